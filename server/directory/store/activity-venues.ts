import * as z from 'zod/mini';
import { Activity } from '../../../src/directory/contract/activity.js';
import type { AtVenue, Slice } from '../contract/activity-store.js';
import type { Queries } from '../../database/database.js';

const Row = z.object({ body: Activity, position: z.number() });

/** Part of all activities at all their venues, in the order of ids and venues. */
export async function activitiesAtVenues(
  queries: Queries,
  { service, offset, limit }: Slice,
): Promise<readonly AtVenue[]> {
  const rows = await queries.query(
    `select body, position - 1 as position
     from (select id, body from activity where service = $1 order by id) as one
     cross join lateral generate_series(1, jsonb_array_length(body -> 'venues')) as position
     order by id, position offset $2 limit $3`,
    [service, offset, limit],
  );
  return rows.map((row) => {
    const { body: activity, position } = z.parse(Row, row);
    return { activity, position };
  });
}

const Count = z.object({ count: z.number() });

/** The number of all pairs of an activity and one of its venues. */
export async function countVenues(queries: Queries, service: string): Promise<number> {
  const [row] = await queries.query(
    `select coalesce(sum(jsonb_array_length(body -> 'venues')), 0)::int as count
     from activity where service = $1`,
    [service],
  );
  return z.parse(Count, row).count;
}
