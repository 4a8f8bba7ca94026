import * as z from 'zod/mini';
import { Activity } from '../../../src/directory/contract/activity.js';
import { nextDates } from './next-dates.js';
import type { Clock } from '../contract/feed-load.js';
import { datesOf } from './activity-entry.js';
import type { Database } from '../../database/database.js';

const Row = z.object({ id: z.string(), sessions: Activity.shape.sessions });
const slice = 500;
// Stops even if the clocks of the database and the backend differ.
const most = 5_000_000;

/** Updates next dates that have passed; returns the number of activities. */
export async function advanceDates(
  database: Database,
  { service, timeZone, now }: Clock & { readonly service: string },
): Promise<number> {
  for (let done = 0; ;) {
    const rows = await database.query(
      `select s.id, a.body -> 'sessions' as sessions from activity_search s join activity a using (service, id)
       where s.service = $1 and coalesce(s.next_ends, s.next_at) < $2 limit ${slice}`,
      [service, now.toISOString()],
    );
    if (rows.length === 0 || done > most) return done;
    const fresh = rows.map((row) => {
      const { id, sessions } = z.parse(Row, row);
      const [next] = nextDates(sessions, { after: now, most: 1, timeZone });
      return { id, ...datesOf(next) };
    });
    await database.query(
      `with told as (
         insert into activity_revision as r (service, revision, dates) values ($1, 0, 1)
         on conflict (service) do update set dates = r.dates + 1)
       update activity_search s
       set next_at = (one ->> 'nextAt')::timestamptz, next_ends = (one ->> 'nextEnds')::timestamptz
       from jsonb_array_elements($2::jsonb) as one where s.service = $1 and s.id = one ->> 'id'`,
      [service, JSON.stringify(fresh)],
    );
    done += rows.length;
  }
}
