import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from 'playwright-core';
import {
  type StoredReferral,
  StoredReferralPage,
} from '../../../src/referral/contract/stored-referral.js';
import { isRecord } from '../../../src/core/record.js';
import { compiled, root } from '../../compiled.js';
import { freshDatabase } from '../../server/harness.js';

// On a busy machine a page may take ten seconds. This is only the upper limit: a faster page does not wait.
const timeout = 30_000;

/** The token of the staff of the demonstration service. */
export const staffToken = 'token-of-the-staff-in-the-journeys';

/** Waits until a condition holds, and fails with its description when it does not. */
export async function eventually(
  what: string,
  holds: () => Promise<boolean> | boolean,
  milliseconds = timeout,
) {
  const end = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > end) assert.fail(`timed out: ${what}`);
    await wait(20);
  }
}

/** A server process like the one that `npm start` leaves running. */
export interface Server {
  readonly backend: string;
  readonly sites: { readonly library: string; readonly charity: string; readonly housing: string };
  /** Everything that the server has written so far. */
  output(): string;
  /** Ends the server as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends the server as a power cut does. */
  kill(): Promise<void>;
}

interface Wanted {
  readonly dataFolder: string;
  /** The address of a PostgreSQL database. Without it, the server uses the embedded one. */
  readonly databaseUrl?: string;
  readonly port?: number;
}

/** Starts the real server and waits until it answers. */
export async function startServer(wanted: Wanted): Promise<Server> {
  await eventually('the bundle is built (npm run build)', () =>
    existsSync(join(root, 'dist/embed/kith.js')),
  );
  const child = spawn(process.execPath, [compiled('server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PORT: String(wanted.port ?? 0),
      HOST: '127.0.0.1',
      KITH_DATA: wanted.dataFolder,
      KITH_CONFIG: '',
      KITH_STAFF_TOKEN: staffToken,
      DATABASE_URL: wanted.databaseUrl ?? '',
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  const told = new Promise<unknown>((resolve) => {
    child.once('message', resolve);
  });
  const message = await Promise.race([told, ended]);
  return {
    ...readAddresses(message, written),
    output: () => written,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

function readAddresses(message: unknown, written: string): Pick<Server, 'backend' | 'sites'> {
  if (!isRecord(message) || typeof message['backend'] !== 'string')
    assert.fail(`the server did not start:\n${written}`);
  const listed: readonly unknown[] = Array.isArray(message['sites']) ? message['sites'] : [];
  const site = (name: string): string => {
    const found = listed.find((one) => isRecord(one) && one['name'] === name);
    const address = isRecord(found) ? found['address'] : undefined;
    return typeof address === 'string' ? address : assert.fail(`no site is called ${name}`);
  };
  return {
    backend: message['backend'],
    sites: {
      library: site('Northside Library'),
      charity: site('Open Door Northside'),
      housing: site('Bridgewater Homes'),
    },
  };
}

/** A temporary folder, which `remove` deletes after the tests. */
export async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'kith-journey-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A free port that is followed by three more free ports, which the demonstration sites use. */
export async function freePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all([0, 1, 2, 3].map((offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
  return assert.fail('no four free ports in a row');
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => {
        resolve(false);
      })
      .listen(port, '127.0.0.1', () => {
        server.close(() => {
          resolve(true);
        });
      });
  });

/** What a file of journeys needs: a server with an empty database of its own, and a browser. */
export interface World {
  readonly server: Server;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts a server and a browser for a file of journeys. */
export async function openWorld(): Promise<World> {
  const [database, folder] = await Promise.all([freshDatabase(), temporaryFolder()]);
  const [server, browser] = await Promise.all([
    startServer({ dataFolder: folder.path, databaseUrl: database.url }),
    openBrowser(),
  ]);
  return {
    server,
    browser,
    close: async () => {
      await browser.close();
      await server.stop();
      await Promise.all([database.drop(), folder.remove()]);
    },
  };
}

/** Starts Chrome, Chromium or Edge without a window, with extra flags when a test needs them. */
export async function openBrowser(flags: readonly string[] = []): Promise<Browser> {
  const { executablePath, args } = await browserProgram();
  return chromium.launch({ executablePath, args: [...args, ...flags] });
}

// The script is a plain module without types, so that it can run before anything is installed.
async function browserProgram() {
  const script: unknown = await import(pathToFileURL(join(root, 'scripts/browser.mjs')).href);
  const found: unknown = isRecord(script) ? script['findBrowser'] : undefined;
  const flags: unknown = isRecord(script) ? script['browserFlags'] : undefined;
  const path: unknown = typeof found === 'function' ? Reflect.apply(found, undefined, []) : '';
  if (typeof path !== 'string' || !Array.isArray(flags)) assert.fail('no browser was found');
  return { executablePath: path, args: flags.map(String) };
}

/** One person's time in the browser. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every address that was requested. */
  readonly requested: readonly string[];
  /** Every problem that the browser reported. */
  readonly problems: readonly string[];
}

interface VisitOptions extends BrowserContextOptions {
  /** Problems that the test causes on purpose. */
  readonly forgive?: readonly RegExp[];
}

// The page cancels a search when the person types on, and the browser cancels open requests when they leave the page.
// The browser reports both as failures.
const cancelled =
  /^failed: (POST \S+\/gp-practices\/search\?\S+|GET \S+\/(icon\.svg|activities\S*|demo\/tiles\S+|embed\/v1\/chunks\/\S+)) net::ERR_ABORTED$/;

/** Runs a person's visit, and checks afterwards that the browser reported no problems. */
export async function visit(
  browser: Browser,
  options: VisitOptions,
  stay: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { forgive = [], ...rest } = options;
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    ...rest,
  });
  context.setDefaultTimeout(timeout);
  const requested: string[] = [];
  const problems: string[] = [];
  listen(context, requested, problems);
  const unforgiven = (): readonly string[] =>
    problems.filter((one) => ![cancelled, ...forgive].some((pattern) => pattern.test(one)));
  try {
    await stay({ page: await context.newPage(), context, requested, problems });
    assert.deepEqual(unforgiven(), [], 'the console stays clean and no request fails');
  } catch (error) {
    if (unforgiven().length > 0) console.error(unforgiven().join('\n'));
    throw error;
  } finally {
    await context.close();
  }
}

function listen(context: BrowserContext, requested: string[], problems: string[]): void {
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      problems.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
  context.on('request', (request) => requested.push(request.url()));
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that a person leaves aborts its requests.
    if (reason !== 'net::ERR_ABORTED')
      problems.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${String(response.status())}: ${response.url()}`);
  });
}

/** The referrals that staff see, newest first. */
export async function staffReferrals(
  backend: string,
  token = staffToken,
): Promise<readonly StoredReferral[]> {
  const answer = await fetch(`${backend}/api/v1/staff/referrals?limit=200`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(answer.status, 200);
  return StoredReferralPage.parse(await answer.json()).items;
}
