import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { canonicalJson } from '../../database/canonical-json.js';
import type { FeedActivity, FeedLoadOptions, LoadCounts } from '../contract/feed-load.js';
import { entryOf } from './activity-entry.js';
import type { Database, Queries } from '../../database/database.js';
import { replaceActivities } from './activity-replace.js';

const Known = z.array(z.object({ id: z.string(), sha256: z.string() }));
const abandonedAfter = '1 day';

/**
 * Starts to read a feed anew. Its previous activities stay until `finish`.
 * @param onFinish called with the service once its directory has changed
 */
export async function beginLoad(
  database: Database,
  of: FeedLoadOptions,
  onFinish: (service: string) => void,
) {
  const { service } = of;
  const load = randomUUID();
  // Removes the remains of a killed process.
  await database.query(
    'delete from activity_load where service = $1 and started_at < $2::timestamptz - $3::interval',
    [service, of.now.toISOString(), abandonedAfter],
  );
  /** Removes the records read so far. */
  const abandon = async (): Promise<void> => {
    await database.transaction(
      (queries) =>
        queries.query('delete from activity_load where service = $1 and load = $2', [
          service,
          load,
        ]),
      'long',
    );
  };
  return {
    /** Stages records. One that comes again replaces the earlier one and counts once. */
    add: (records: readonly FeedActivity[]) => stage(database, of, load, records),
    /**
     * Replaces the previous activities of the feed by the staged ones, all or nothing.
     * @param refused ids of records that were refused: their previous activities stay
     */
    finish: async (refused: ReadonlySet<string> = new Set()): Promise<LoadCounts> => {
      const counts = await replaceActivities(database, { ...of, load, refused: [...refused] });
      await abandon();
      onFinish(service);
      return counts;
    },
    abandon,
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

async function stage(
  queries: Queries,
  of: FeedLoadOptions,
  load: string,
  records: readonly FeedActivity[],
): Promise<void> {
  const { service, feed, labels, now } = of;
  const last = new Map(records.map((one) => [one.activity.id, one]));
  const known = await hashesOf(queries, service, [...last.keys()]);
  const rows = [...last.values()].map(({ sourceId, activity }) => {
    const named = activity.categories.map((id) => labels.get(id) ?? null);
    const sha256 = hashOf(canonicalJson([activity, named]));
    return known.get(activity.id) === sha256
      ? { id: activity.id, sourceId }
      : { id: activity.id, sourceId, sha256, body: activity, entry: entryOf(activity, labels, of) };
  });
  await queries.query(
    `insert into activity_load (service, load, started_at, feed, id, source_id, sha256, body, entry)
     select $1, $2, $3, $4, one ->> 'id', one ->> 'sourceId', one ->> 'sha256', one -> 'body', one -> 'entry'
     from jsonb_array_elements($5::jsonb) as one
     on conflict (service, load, id) do update
       set sha256 = excluded.sha256, body = excluded.body, entry = excluded.entry`,
    [service, load, now.toISOString(), feed, JSON.stringify(rows)],
  );
}

async function hashesOf(
  queries: Queries,
  service: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await queries.query(
    'select id, sha256 from activity where service = $1 and id = any($2)',
    [service, ids],
  );
  return new Map(z.parse(Known, rows).map(({ id, sha256 }) => [id, sha256]));
}
