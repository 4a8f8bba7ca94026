import type { ServiceEntry } from '../settings/deployment-schema.js';
import type { FeedActivity } from '../directory/store/activity-load.js';
import type { ActivityStore } from '../directory/store/activity-store.js';
import { sampleActivities, sampleFeed } from './sample-activities.js';

const batchSize = 500;

/** The labels of a service's categories, by category id. */
export const categoryLabels = ({ directory }: ServiceEntry): ReadonlyMap<string, string> =>
  new Map((directory?.categories ?? []).map(({ id, label }) => [id, label]));

/** Fills empty directories with sample activities where the settings ask for them; returns the ids of these services. */
export async function fillWithSampleData(
  activities: ActivityStore,
  services: readonly ServiceEntry[],
  now: Date,
): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const service of services) {
    const wanted = service.directory?.madeUp ?? 0;
    if (wanted === 0 || (await activities.count(service.id)) > 0) continue;
    await loadSampleData(activities, service, { count: wanted, now });
    filled.push(service.id);
  }
  return filled;
}

/** Loads a number of sample activities into a directory in the same way as an import. */
export async function loadSampleData(
  activities: ActivityStore,
  service: ServiceEntry,
  { count, now }: { readonly count: number; readonly now: Date },
): Promise<void> {
  const { id, timeZone } = service;
  const labels = categoryLabels(service);
  const load = await activities.beginLoad({ service: id, feed: sampleFeed, now, timeZone, labels });
  for (const records of inBatches(sampleActivities(id, count))) await load.add(records);
  await load.finish();
}

function* inBatches(all: Iterable<FeedActivity>): Generator<readonly FeedActivity[]> {
  let records: FeedActivity[] = [];
  for (const one of all) {
    records.push(one);
    if (records.length < batchSize) continue;
    yield records;
    records = [];
  }
  if (records.length > 0) yield records;
}
