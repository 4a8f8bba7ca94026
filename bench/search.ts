/**
 * `npm run bench search`: the speed of searches and imports for directories of several sizes, through the whole backend
 * over a database of its own. `--million` adds a directory of 1,000,000; `--check` ends with 1 when a goal is missed.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type App, createApp } from '../server/app.js';
import type { ServiceEntry } from '../server/settings/deployment-schema.js';
import { parseDeployment } from '../server/settings/deployment.js';
import { isWordingKey } from '../server/http/responses/explain-issue.js';
import { loadSampleData } from '../server/sample-data/fill-with-sample-data.js';
import { activityStore } from '../server/directory/store/activity-store.js';
import { openDatabase } from '../server/database/open-database.js';
import { openEmbedded } from '../server/embedded-postgres/embedded.js';
import { prepareDatabase } from '../server/database/migrate.js';
import { practiceStore } from '../server/practices/practice-store.js';
import { referralStore } from '../server/referrals/referral-store.js';
import { reportStore } from '../server/reports/report-store.js';
import { suggestionStore } from '../server/suggestions/suggestion-store.js';
import { rateLimitStore } from '../server/database/rate-limit-store.js';
import {
  type ActivityQuery,
  emptyQuery,
  writeQuery,
} from '../src/directory/contract/activity-query.js';
import { earlierSearches } from './earlier.js';
import { firstSearches, mixOf, wishes } from './search-mix.js';

const goal = 50;
const mixed = 1000;
const cold = 400;
const usual = 8;

const parsed = parseDeployment(
  readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8'),
  isWordingKey,
);
if (!parsed.ok) throw new Error('the settings of the demonstration cannot be read');
const [first] = parsed.value.services;
if (!first) throw new Error('the demonstration has no service');

/** The size of a directory, and the number of searches at the same time. */
interface Size {
  readonly count: number;
  readonly together: number;
  readonly hasGoal: boolean;
}

const sizes: readonly Size[] = [
  { count: 1000, together: usual, hasGoal: false },
  { count: 2000, together: 1, hasGoal: true },
  { count: 10_000, together: usual, hasGoal: false },
  { count: 100_000, together: usual, hasGoal: true },
  ...(process.argv.includes('--million')
    ? [{ count: 1_000_000, together: usual, hasGoal: false }]
    : []),
];

const serviceOf = (count: number): ServiceEntry => ({
  ...first,
  id: `bench-${count}`,
  partners: [{ id: `bench-${count}`, name: 'Made-up partner', origins: [] }],
});

/** A backend that has just been started, with empty caches. */
const freshApp = (database: ReturnType<typeof openDatabase>): App =>
  createApp({
    deployment: { services: sizes.map(({ count }) => serviceOf(count)) },
    referrals: referralStore(database),
    rateLimits: rateLimitStore(database),
    suggestions: suggestionStore(database),
    practices: practiceStore(database),
    activities: activityStore(database),
    reports: reportStore(database),
    staffTokens: new Map(),
    log: { request: () => undefined, error: (entry) => console.error(entry) },
    now: () => new Date(),
    readEmbed: () => Promise.resolve(undefined),
    readSwaggerUi: () => Promise.resolve(undefined),
    isReady: () => database.isReady(),
  });

// Does what the database does by itself within a minute or so of a large import. It takes longer when there is more to
// write.
async function tidyUp(url: string, count: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.end();
  await wait(Math.min(60_000, count / 3));
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

async function ask(app: App, partner: string, query: ActivityQuery): Promise<number> {
  const started = performance.now();
  // A request comes from a socket, so tasks that wait in the process run before it.
  await new Promise((resolve) => setImmediate(resolve));
  const path = `/api/v1/activities?partner=${partner}&${writeQuery(query).toString()}`;
  const response = await app.fetch(new Request(`http://bench.test${path}`));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${text}`);
  return performance.now() - started;
}

async function run(
  app: App,
  { count, together }: Size,
  queries: readonly ActivityQuery[],
): Promise<Times> {
  const times: number[] = [];
  let next = 0;
  const searcher = async (): Promise<void> => {
    for (let query = queries[next]; query; query = queries[next]) {
      next += 1;
      times.push(await ask(app, `bench-${count}`, query));
    }
  };
  await Promise.all(Array.from({ length: together }, searcher));
  times.sort((less, more) => less - more);
  const at = (part: number): number => times[Math.floor(times.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const formatTimes = ({ p50, p95, p99 }: Times): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;

const memory = (): number => {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
};

/** The results for one size, measured by a fresh process. */
interface Measured {
  readonly opening: number;
  readonly firstOnes: Times;
  readonly atFirst: Times;
  readonly mix: Times;
  /** The additional memory in megabytes. */
  readonly kept: number;
}

async function measure(url: string, size: Size): Promise<Measured> {
  const database = openDatabase(url, () => undefined);
  const wanted = wishes();
  const before = memory();
  const app = freshApp(database);
  const opening = await ask(app, `bench-${size.count}`, emptyQuery);
  const firstOnes = await run(app, size, firstSearches(wanted, cold, 7));
  const atFirst = await run(app, size, mixOf(wanted, mixed, 11));
  const mix = await run(app, size, mixOf(wanted, mixed, 12));
  const kept = memory() - before;
  await database.close();
  return { opening, firstOnes, atFirst, mix, kept };
}

// Searches run in a process of their own, as they do on a server. A process that has just imported thousands of
// activities would have their remains in its memory.
const measureApart = (url: string, { count }: Size): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL(import.meta.url), [String(count)], {
      env: { ...process.env, KITH_BENCH_DATABASE: url },
    });
    child.once('message', (measured: Measured) => {
      resolve(measured);
    });
    child.once('exit', (code) => {
      reject(new Error(`the searches ended with ${String(code)}`));
    });
  });

async function compareSizes(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  const embedded = await openEmbedded(folder);
  await prepareDatabase(embedded.url, () => Promise.resolve());
  const missed: string[] = [];
  for (const size of sizes) {
    const { count, together, hasGoal } = size;
    const database = openDatabase(embedded.url, () => undefined);
    const started = performance.now();
    await loadSampleData(activityStore(database), serviceOf(count), { count, now: new Date() });
    const perSecond = count / ((performance.now() - started) / 1000);
    await database.close();
    await tidyUp(embedded.url, count);
    const { opening, firstOnes, atFirst, mix, kept } = await measureApart(embedded.url, size);
    if (hasGoal && mix.p95 > goal) missed.push(`${count} activities`);
    console.log(`
${count} activities, ${together} at once
  import                         ${perSecond.toFixed(0)} a second
  first search of a new backend  ${opening.toFixed(0)} ms
  each text and place new        ${formatTimes(firstOnes)}
  as people search, at first     ${formatTimes(atFirst)}
  as people search               ${formatTimes(mix)}
  memory for it, at most         ${kept.toFixed(0)} MB
  (earlier: ${earlierSearches[count] ?? 'not measured'})`);
  }
  await embedded.close();
  rmSync(folder, { recursive: true, force: true });
  if (missed.length === 0) return;
  console.error(`The 95th of a hundred searches takes more than ${goal} ms: ${missed.join('; ')}`);
  if (process.argv.includes('--check')) process.exitCode = 1;
}

const apart = process.env['KITH_BENCH_DATABASE'];
const size = sizes.find(({ count }) => String(count) === process.argv[2]);
if (apart !== undefined && size) process.send?.(await measure(apart, size));
else await compareSizes();
