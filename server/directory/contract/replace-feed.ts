import type { ActivityStore } from './activity-store.js';
import type { FeedActivity, FeedLoadOptions } from './feed-load.js';

const batchSize = 500;

/** Replaces all activities of a feed with these, even when there are none. */
export async function replaceFeed(
  activities: ActivityStore,
  options: FeedLoadOptions,
  records: Iterable<FeedActivity>,
): Promise<void> {
  const load = await activities.beginLoad(options);
  try {
    let batch: FeedActivity[] = [];
    for (const record of records) {
      batch.push(record);
      if (batch.length < batchSize) continue;
      await load.add(batch);
      batch = [];
    }
    await load.add(batch);
    await load.finish();
  } catch (error) {
    await load.abandon();
    throw error;
  }
}
