import type { Activity } from '../../../src/directory/contract/activity.js';
import type { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import type { FeedLoad, FeedLoadOptions } from './feed-load.js';
import type { Search } from './search-request.js';

/** Part of all activities, in the order of their ids. */
export interface Slice {
  readonly service: string;
  readonly offset: number;
  readonly limit: number;
}

/** An activity and one of its venues. */
export interface AtVenue {
  readonly activity: Activity;
  /** Of the venue among those of the activity, from 0. */
  readonly position: number;
}

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
  beginLoad(of: FeedLoadOptions): Promise<FeedLoad>;
  /** Works out new next dates for what has taken place; says for how many. */
  advanceDates(service: string, timeZone: string, now: Date): Promise<number>;
}
