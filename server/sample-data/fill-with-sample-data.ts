import type { ServiceEntry } from '../settings/deployment-schema.js';
import type { ActivityStore } from '../directory/contract/activity-store.js';
import { feedLoadOptions } from '../directory/contract/feed-load.js';
import { replaceFeed } from '../directory/contract/replace-feed.js';
import { sampleFeed } from '../settings/reserved-feeds.js';
import { sampleActivities } from './sample-activities.js';

/** Fills empty directories with sample activities where the settings ask for them; returns the ids of these services. */
export async function fillWithSampleData(
  activities: ActivityStore,
  services: readonly ServiceEntry[],
  now: Date,
): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const service of services) {
    const wanted = service.directory?.sampleActivities ?? 0;
    if (wanted === 0 || (await activities.count(service.id)) > 0) continue;
    await loadSampleData(activities, service, { count: wanted, now });
    filled.push(service.id);
  }
  return filled;
}

/** Loads a number of sample activities into a directory in the same way as an import. */
export const loadSampleData = (
  activities: ActivityStore,
  service: ServiceEntry,
  { count, now }: { readonly count: number; readonly now: Date },
): Promise<void> =>
  replaceFeed(
    activities,
    feedLoadOptions(service, sampleFeed, now),
    sampleActivities(service.id, count),
  );
