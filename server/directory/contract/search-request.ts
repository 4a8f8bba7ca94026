import type { ActivityQuery } from '../../../src/directory/contract/activity-query.js';
import type { SearchPlace } from '../../geography/places.js';

/** A search of a service's directory. */
export interface Search {
  readonly service: string;
  readonly query: ActivityQuery;
  readonly place: SearchPlace | undefined;
  readonly now: Date;
}
