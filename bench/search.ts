/**
 * `npm run bench:search`: how fast activities are found and taken in, on a database of its own, side by side for
 * directories of several sizes. `--million` adds 1,000,000; `--check` ends with 1 when a goal is missed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDeployment } from '../server/deployment.js';
import { isWordingKey } from '../server/http/explain-issue.js';
import { loadMadeUp } from '../server/made-up/fill.js';
import { randomFrom } from '../server/made-up/random.js';
import { placeOf } from '../server/places.js';
import { activityStore } from '../server/store/activity-store.js';
import { searchActivities } from '../server/store/activity-search.js';
import { openDatabase } from '../server/store/database.js';
import { openEmbedded } from '../server/store/embedded.js';
import { prepareDatabase } from '../server/store/migrate.js';
import { type ActivityQuery, emptyQuery } from '../src/contract/activity-query.js';

const goal = 50;
const searches = 240;
const atOnce = 8;

const words = [
  'walking',
  'choir',
  'garden',
  'debt advice',
  'cooking',
  'yoga',
  'singing',
  'carers',
  'gardning',
  'tea',
  'english conversation',
  'swimming',
];
const places = ['TS18', 'TS1', 'M1', 'LS6', 'SW2', 'EX4', 'G12', 'CF10', 'NR3', 'B14'];
const categories = ['arts', 'moving', 'gardening', 'money', 'befriending', 'cookery'];

/** A search as people make them: most have a place, many a word, some a filter. */
function query(index: number): ActivityQuery {
  const random = randomFrom(index * 31 + 5);
  return {
    ...emptyQuery,
    text: random.chance(60) ? random.pick(words) : '',
    place: random.chance(70) ? random.pick(places) : '',
    filters: {
      ...(random.chance(40) ? { category: [random.pick(categories)] } : {}),
      ...(random.chance(25) ? { free: ['yes'] } : {}),
      ...(random.chance(20) ? { day: [random.pick(['mo', 'tu', 'we'])] } : {}),
    },
  };
}

const parsed = parseDeployment(
  readFileSync(new URL('../demo/settings.json', import.meta.url), 'utf8'),
  isWordingKey,
);
if (!parsed.ok) throw new Error('the settings of the demonstration cannot be read');
const [first] = parsed.value.services;
if (!first) throw new Error('the demonstration has no service');

const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
const embedded = await openEmbedded(folder);
await prepareDatabase(embedded.url, () => Promise.resolve());
const database = openDatabase(embedded.url, () => undefined);
const store = activityStore(database);

type Search = Parameters<typeof store.search>[0];

async function timed(
  work: (search: Search) => Promise<unknown>,
  service: string,
  together: number,
) {
  const times: number[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < searches) {
      const wanted = query(next);
      next += 1;
      const started = performance.now();
      const place = wanted.place === '' ? undefined : placeOf(wanted.place);
      await work({ service, query: wanted, place, now: new Date() });
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  times.sort((less, more) => less - more);
  const at = (part: number): number =>
    Math.round((times[Math.floor(times.length * part)] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

let missed = false;
const sizes = [
  1000,
  2000,
  10_000,
  100_000,
  ...(process.argv.includes('--million') ? [1_000_000] : []),
];
for (const count of sizes) {
  const service = { ...first, id: `bench-${count}` };
  const started = performance.now();
  await loadMadeUp(store, service, { count, now: new Date() });
  const perSecond = Math.round(count / ((performance.now() - started) / 1000));
  const together = count === 2000 ? 1 : atOnce;
  const cold = await timed((search) => searchActivities(database, search), service.id, together);
  await timed((search) => store.search(search), service.id, together);
  const kept = await timed((search) => store.search(search), service.id, together);
  if ((count === 2000 || count === 100_000) && cold.p95 > goal) missed = true;
  console.log(
    `${String(count).padStart(9)} activities: import ${perSecond}/s; ${together} at once, each search new: p50 ${cold.p50} ms, p95 ${cold.p95} ms; searched before: p50 ${kept.p50} ms, p95 ${kept.p95} ms`,
  );
}
await database.close();
await embedded.close();
rmSync(folder, { recursive: true, force: true });
if (missed) {
  console.error(`The 95th of a hundred searches takes more than ${goal} ms.`);
  if (process.argv.includes('--check')) process.exitCode = 1;
}
