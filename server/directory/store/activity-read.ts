import * as z from 'zod/mini';
import { Activity } from '../../../src/directory/contract/activity.js';
import type { Slice } from '../contract/activity-store.js';
import type { Queries } from '../../database/database.js';

const Row = z.object({ body: Activity });
const Count = z.object({ count: z.number() });

/** One activity of a service. */
export async function findActivity(
  queries: Queries,
  service: string,
  id: string,
): Promise<Activity | undefined> {
  const [row] = await queries.query('select body from activity where service = $1 and id = $2', [
    service,
    id,
  ]);
  return row === undefined ? undefined : z.parse(Row, row).body;
}

/** The activities with these ids that exist. */
export async function someActivities(
  queries: Queries,
  service: string,
  ids: readonly string[],
): Promise<readonly Activity[]> {
  const rows = await queries.query(
    'select body from activity where service = $1 and id = any($2) order by id',
    [service, ids],
  );
  return rows.map((row) => z.parse(Row, row).body);
}

/** Part of all activities, in the order of their ids. */
export async function allActivities(
  queries: Queries,
  { service, offset, limit }: Slice,
): Promise<readonly Activity[]> {
  const rows = await queries.query(
    'select body from activity where service = $1 order by id offset $2 limit $3',
    [service, offset, limit],
  );
  return rows.map((row) => z.parse(Row, row).body);
}

/** The number of activities of a service. */
export async function countActivities(queries: Queries, service: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from activity where service = $1',
    [service],
  );
  return z.parse(Count, row).count;
}
