import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { connectDatabase } from './connect-database.js';
import {
  httpAddress,
  allowDemoSites,
  startDemoSites,
  type RunningDemoSites,
} from './sample-data/demo-sites.js';
import { describeSettingIssue, parseDeployment } from './settings/deployment.js';
import type { Deployment } from './settings/deployment-schema.js';
import type { Environment } from './settings/environment.js';
import { isWordingKey } from './http/responses/explain-issue.js';
import type { StaffTokens } from './http/middleware/guards.js';
import type { ProcessLog } from './http/json-log.js';
import { listen } from './http/listen.js';
import { startScheduler } from './scheduler.js';
import { removeServerAddress, saveServerAddress } from './server-address.js';
import { ensureStaffTokens, parseStaffTokens } from './settings/staff-tokens.js';
import { staticFolder } from './http/static-folder.js';
import { activityStore } from './directory/store/activity-store.js';
import type { Database } from './database/database.js';
import { feedStore } from './directory/store/feed-store.js';
import { practiceStore } from './practices/practice-store.js';
import { reportStore } from './reports/report-store.js';
import { referralStore } from './referrals/referral-store.js';
import { suggestionStore } from './suggestions/suggestion-store.js';
import { rateLimitStore } from './database/rate-limit-store.js';

/** A running backend. */
export interface RunningBackend {
  readonly backend: string;
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  /** Finishes requests in progress, then closes all connections. */
  stop(): Promise<void>;
}

const demonstrationSettings = fileURLToPath(new URL('../demo/settings.json', import.meta.url));
const embedFolder = fileURLToPath(new URL('../dist/embed', import.meta.url));
const swaggerUiFolder = fileURLToPath(
  new URL('.', import.meta.resolve('swagger-ui-dist/package.json')),
);

/** Starts the backend. Rejects with a message for administrators when it cannot start. */
export async function start(environment: Environment, log: ProcessLog): Promise<RunningBackend> {
  const deployment = await readDeployment(environment.settingsFile ?? demonstrationSettings);
  const staffTokens = await readTokens(environment, deployment);
  const { dataFolder, databaseUrl } = environment;
  const { services } = deployment;
  const database = await connectDatabase({ dataFolder, databaseUrl, services, log });
  try {
    return await serve({ environment, log, deployment, staffTokens, database });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function readDeployment(file: string): Promise<Deployment> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error ? String(Reflect.get(error, 'code')) : '';
    throw new Error(`KITH_CONFIG is "${file}", which cannot be read (${code})`, { cause: error });
  });
  const deployment = parseDeployment(text, isWordingKey);
  if (deployment.ok) return deployment.value;
  throw new Error(
    deployment.failure.map((one) => `${file}: ${describeSettingIssue(one)}`).join('\n'),
  );
}

async function readTokens(
  { staffToken, dataFolder }: Environment,
  { services }: Deployment,
): Promise<StaffTokens> {
  const ids = services.map(({ id }) => id);
  if (staffToken === undefined) return ensureStaffTokens(dataFolder, ids);
  const tokens = parseStaffTokens(staffToken, ids);
  if (tokens.ok) return tokens.value;
  throw new Error(tokens.failure);
}

interface Startup {
  readonly environment: Environment;
  readonly log: ProcessLog;
  readonly deployment: Deployment;
  readonly staffTokens: StaffTokens;
  readonly database: Database;
}

async function serve(startup: Startup): Promise<RunningBackend> {
  const { port, host, settingsFile, dataFolder } = startup.environment;
  const open = settingsFile === undefined ? await startDemoSites(port, host) : noDemoSites;
  const { sites } = open;
  let isStopping = false;
  const activities = activityStore(startup.database);
  const suggestions = suggestionStore(startup.database);
  const now = (): Date => new Date();
  const app = createApp({
    ...startup,
    deployment: allowDemoSites(startup.deployment, sites),
    referrals: referralStore(startup.database),
    practices: practiceStore(startup.database),
    activities,
    reports: reportStore(startup.database),
    rateLimits: rateLimitStore(startup.database),
    suggestions,
    now,
    readEmbed: staticFolder(embedFolder),
    readSwaggerUi: staticFolder(swaggerUiFolder),
    isReady: async () => !isStopping && (await startup.database.isReady()),
  });
  const closeSites = (): Promise<unknown> =>
    Promise.all(sites.map(({ listening }) => listening.close()));
  const listening = await listen(app.fetch, port, host).catch(async (error: unknown) => {
    await closeSites();
    throw error;
  });
  const backend = httpAddress(host, listening.port);
  open.setBackend(backend);
  await saveServerAddress(dataFolder, backend);
  const feeds = feedStore(startup.database);
  const scheduler = startScheduler({ ...startup, activities, feeds, suggestions, now });
  const stop = async (): Promise<void> => {
    isStopping = true;
    await Promise.all([
      listening.close(),
      closeSites(),
      removeServerAddress(dataFolder),
      scheduler.stop(),
    ]);
    await startup.database.close();
  };
  return { backend, sites: sites.map(({ site, address }) => ({ name: site.name, address })), stop };
}

const noDemoSites: RunningDemoSites = { sites: [], setBackend: () => undefined };
