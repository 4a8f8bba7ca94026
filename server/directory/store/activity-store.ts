import * as z from 'zod/mini';
import type { Activity } from '../../../src/directory/contract/activity.js';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import { activitySearch } from '../search/search.js';
import type { Search } from '../search/search-request.js';
import { advanceDates } from './activity-dates.js';
import { type Load, type LoadOf, beginLoad } from './activity-load.js';
import {
  type Slice,
  allActivities,
  countActivities,
  findActivity,
  someActivities,
} from './activity-read.js';
import { type AtVenue, activitiesAtVenues, countVenues } from './activity-venues.js';
import type { Database } from '../../database/database.js';

/** Where the directories of services are kept. */
export interface ActivityStore {
  search(search: Search): Promise<ActivityPage>;
  /** The same as JSON, for whoever only hands it on. */
  searchText(search: Search): Promise<string>;
  find(service: string, id: string): Promise<Activity | undefined>;
  all(slice: Slice): Promise<readonly Activity[]>;
  /** Those of these activities that there are. */
  some(service: string, ids: readonly string[]): Promise<readonly Activity[]>;
  /** Part of all activities at all their venues, in the order of ids and venues. */
  atVenues(slice: Slice): Promise<readonly AtVenue[]>;
  count(service: string): Promise<number>;
  /** How many venues all activities have, each counted with each of its activities. */
  countVenues(service: string): Promise<number>;
  /** Starts to read a feed anew. */
  beginLoad(of: LoadOf): Promise<Load>;
  /** Works out new next dates for what has taken place; says for how many. */
  advanceDates(service: string, timeZone: string, now: Date): Promise<number>;
}

/** Keeps directories in PostgreSQL. */
export function activityStore(database: Database): ActivityStore {
  const { find, forget } = activitySearch(database);
  return {
    search: async (search) => z.parse(ActivityPage, JSON.parse((await find(search)).text)),
    searchText: async (search) => (await find(search)).text,
    find: (service, id) => findActivity(database, service, id),
    all: (slice) => allActivities(database, slice),
    some: (service, ids) => someActivities(database, service, ids),
    atVenues: (slice) => activitiesAtVenues(database, slice),
    count: (service) => countActivities(database, service),
    countVenues: (service) => countVenues(database, service),
    beginLoad: async (of) => {
      const load = await beginLoad(database, of);
      return {
        ...load,
        finish: async (outside) => {
          const counts = await load.finish(outside);
          forget(of.service);
          return counts;
        },
      };
    },
    advanceDates: (service, timeZone, now) => advanceDates(database, { service, timeZone, now }),
  };
}
