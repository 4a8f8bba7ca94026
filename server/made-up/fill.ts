import type { ServiceEntry } from '../deployment-schema.js';
import type { FeedActivity } from '../store/activity-load.js';
import type { ActivityStore } from '../store/activity-store.js';
import { madeUpActivities, madeUpFeed } from './activities.js';

const batch = 500;

/** What a service calls its categories, by id. */
export const labelsOf = ({ directory }: ServiceEntry): ReadonlyMap<string, string> =>
  new Map((directory?.categories ?? []).map(({ id, label }) => [id, label]));

/** Puts made-up activities into the directories that ask for them and are empty; says for which services. */
export async function fillMadeUp(
  activities: ActivityStore,
  services: readonly ServiceEntry[],
  now: Date,
): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const service of services) {
    const wanted = service.directory?.madeUp ?? 0;
    if (wanted === 0 || (await activities.count(service.id)) > 0) continue;
    await loadMadeUp(activities, service, { count: wanted, now });
    filled.push(service.id);
  }
  return filled;
}

/** Reads so many made-up activities into a directory, as an import would. */
export async function loadMadeUp(
  activities: ActivityStore,
  service: ServiceEntry,
  { count, now }: { readonly count: number; readonly now: Date },
): Promise<void> {
  const { id, timeZone } = service;
  const labels = labelsOf(service);
  const load = await activities.beginLoad({ service: id, feed: madeUpFeed, now, timeZone, labels });
  for (const records of inBatches(madeUpActivities(id, count))) await load.add(records);
  await load.finish();
}

function* inBatches(all: Iterable<FeedActivity>): Generator<readonly FeedActivity[]> {
  let records: FeedActivity[] = [];
  for (const one of all) {
    records.push(one);
    if (records.length < batch) continue;
    yield records;
    records = [];
  }
  if (records.length > 0) yield records;
}
