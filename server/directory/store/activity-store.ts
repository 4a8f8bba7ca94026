import * as z from 'zod/mini';
import { Activity } from '../../../src/directory/contract/activity.js';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import type { Database } from '../../database/database.js';
import type { FeedLoadOptions } from '../contract/feed-load.js';
import type { Search } from '../contract/search-request.js';
import { activitySearch } from '../search/search.js';
import { advanceDates } from './activity-dates.js';
import { beginLoad } from './activity-load.js';

/** Part of all activities, in the order of their ids. */
interface Slice {
  readonly service: string;
  readonly offset: number;
  readonly limit: number;
}

const Row = z.object({ body: Activity });
const VenueRow = z.object({ activity: Activity, position: z.number() });
const Count = z.object({ count: z.number() });

const activitiesIn = (rows: readonly unknown[]): readonly Activity[] =>
  rows.map((row) => z.parse(Row, row).body);

export type ActivityStore = ReturnType<typeof activityStore>;

/** Stores the directories of services in PostgreSQL. */
export function activityStore(database: Database) {
  const { find: searchText, forget } = activitySearch(database);
  return {
    /** Finds the activities that match a search. */
    search: async (search: Search) => z.parse(ActivityPage, JSON.parse(await searchText(search))),

    /** The same as JSON, for callers that only pass it on. */
    searchText,

    /** One activity of a service. */
    async find(service: string, id: string) {
      const rows = await database.query(
        'select body from activity where service = $1 and id = $2',
        [service, id],
      );
      return activitiesIn(rows)[0];
    },

    /** Part of all activities, in the order of their ids. */
    async all({ service, offset, limit }: Slice) {
      const rows = await database.query(
        'select body from activity where service = $1 order by id offset $2 limit $3',
        [service, offset, limit],
      );
      return activitiesIn(rows);
    },

    /** The activities with these ids that exist. */
    async some(service: string, ids: readonly string[]) {
      const rows = await database.query(
        'select body from activity where service = $1 and id = any($2) order by id',
        [service, ids],
      );
      return activitiesIn(rows);
    },

    /** Part of all pairs of an activity and the position of one of its venues, in the order of ids and positions. */
    async atVenues({ service, offset, limit }: Slice) {
      const rows = await database.query(
        `select body as activity, position - 1 as position
         from (select id, body from activity where service = $1 order by id) as one
         cross join lateral generate_series(1, jsonb_array_length(body -> 'venues')) as position
         order by id, position offset $2 limit $3`,
        [service, offset, limit],
      );
      return rows.map((row) => z.parse(VenueRow, row));
    },

    /** The number of activities of a service. */
    async count(service: string) {
      const [row] = await database.query(
        'select count(*)::int as count from activity where service = $1',
        [service],
      );
      return z.parse(Count, row).count;
    },

    /** The number of all pairs of an activity and one of its venues. */
    async countVenues(service: string) {
      const [row] = await database.query(
        `select coalesce(sum(jsonb_array_length(body -> 'venues')), 0)::int as count
         from activity where service = $1`,
        [service],
      );
      return z.parse(Count, row).count;
    },

    /** Starts to read a feed anew. */
    beginLoad: (of: FeedLoadOptions) => beginLoad(database, of, forget),

    /** Updates next dates that have passed; returns the number of activities. */
    advanceDates: (service: string, timeZone: string, now: Date) =>
      advanceDates(database, { service, timeZone, now }),
  };
}
