import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { connectDatabase } from './connect-database.js';
import { addressOf, allowSites, openSites, type OpenSites } from './demonstration.js';
import { describeSettingIssue, parseDeployment } from './deployment.js';
import type { Deployment } from './deployment-schema.js';
import type { Environment } from './environment.js';
import { isWordingKey } from './http/explain-issue.js';
import { describeError } from './http/request-log.js';
import type { StaffTokens } from './http/guards.js';
import type { ProcessLog } from './json-log.js';
import { scheduleDirectory } from './directory/scheduler.js';
import { listen } from './listen.js';
import { forgetServer, noteServer } from './running-server.js';
import { keptTokens, parseStaffTokens } from './staff-tokens.js';
import { staticFolder } from './static-folder.js';
import { activityStore } from './store/activity-store.js';
import type { Database } from './store/database.js';
import { feedStore } from './store/feed-store.js';
import { practiceStore } from './store/practice-store.js';
import { reportStore } from './store/report-store.js';
import { referralStore } from './store/referral-store.js';
import { suggestionStore } from './store/suggestion-store.js';
import { keepSuggested } from './suggestions/keep-suggested.js';
import { rateLimitStore } from './store/rate-limit-store.js';

/** A backend that answers. */
export interface Running {
  readonly backend: string;
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  /** Finishes requests under way, then lets go of everything. */
  stop(): Promise<void>;
}

const demonstration = fileURLToPath(new URL('../demo/settings.json', import.meta.url));
const embed = fileURLToPath(new URL('../dist/embed', import.meta.url));
const swaggerUi = fileURLToPath(new URL('.', import.meta.resolve('swagger-ui-dist/package.json')));

/** Starts everything. Rejects with lines for people when something stands in the way. */
export async function start(environment: Environment, log: ProcessLog): Promise<Running> {
  const deployment = await readDeployment(environment.settingsFile ?? demonstration);
  const staffTokens = await readTokens(environment, deployment);
  const { dataFolder, databaseUrl } = environment;
  const { services } = deployment;
  const database = await connectDatabase({ dataFolder, databaseUrl, services, log });
  try {
    return await answer({ environment, log, deployment, staffTokens, database });
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
  if (staffToken === undefined) return keptTokens(dataFolder, ids);
  const tokens = parseStaffTokens(staffToken, ids);
  if (tokens.ok) return tokens.value;
  throw new Error(tokens.failure);
}

interface Prepared {
  readonly environment: Environment;
  readonly log: ProcessLog;
  readonly deployment: Deployment;
  readonly staffTokens: StaffTokens;
  readonly database: Database;
}

async function answer(prepared: Prepared): Promise<Running> {
  const { port, host, settingsFile, dataFolder } = prepared.environment;
  const open = settingsFile === undefined ? await openSites(port, host) : noSites;
  const { sites } = open;
  let isStopping = false;
  const activities = activityStore(prepared.database);
  const suggestions = suggestionStore(prepared.database);
  const now = (): Date => new Date();
  const app = createApp({
    ...prepared,
    deployment: allowSites(prepared.deployment, sites),
    referrals: referralStore(prepared.database),
    practices: practiceStore(prepared.database),
    activities,
    reports: reportStore(prepared.database),
    tries: rateLimitStore(prepared.database),
    suggestions,
    now,
    readEmbed: staticFolder(embed),
    readSwaggerUi: staticFolder(swaggerUi),
    isReady: async () => !isStopping && (await prepared.database.isReady()),
  });
  const closeSites = (): Promise<unknown> =>
    Promise.all(sites.map(({ listening }) => listening.close()));
  const listening = await listen(app.fetch, port, host).catch(async (error: unknown) => {
    await closeSites();
    throw error;
  });
  const backend = addressOf(host, listening.port);
  open.pointAt(backend);
  await noteServer(dataFolder, backend);
  const feeds = feedStore(prepared.database);
  const scheduler = scheduleDirectory({ activities, feeds }, prepared);
  const settled = settleSuggested(keepSuggested({ activities, suggestions, now }), prepared);
  const stop = async (): Promise<void> => {
    isStopping = true;
    await Promise.all([
      listening.close(),
      closeSites(),
      forgetServer(dataFolder),
      scheduler.stop(),
    ]);
    await settled;
    await prepared.database.close();
  };
  return { backend, sites: sites.map(({ site, address }) => ({ name: site.name, address })), stop };
}

// A process that was killed may have kept a decision and not yet carried it out.
async function settleSuggested(
  settle: ReturnType<typeof keepSuggested>,
  { deployment: { services }, log }: Prepared,
): Promise<void> {
  for (const service of services)
    await settle(service).catch((error: unknown) => {
      log.warn('suggested activities could not be brought in', { ...describeError(error) });
    });
}

const noSites: OpenSites = { sites: [], pointAt: () => undefined };
