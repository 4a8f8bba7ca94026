import * as z from 'zod/mini';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import type { ActivityStore } from '../contract/activity-store.js';
import { activitySearch } from '../search/search.js';
import { advanceDates } from './activity-dates.js';
import { beginLoad } from './activity-load.js';
import { allActivities, countActivities, findActivity, someActivities } from './activity-read.js';
import { activitiesAtVenues, countVenues } from './activity-venues.js';
import type { Database } from '../../database/database.js';

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
