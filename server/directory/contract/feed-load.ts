import type { Activity } from '../../../src/directory/contract/activity.js';
import type { ServiceEntry } from '../../settings/deployment-schema.js';

/** The time, and the time zone of the service. */
export interface Clock {
  readonly now: Date;
  readonly timeZone: string;
}

/** What a load has changed. */
export interface LoadCounts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly gone: number;
}

/** A record as a feed gave it, in the normal form. */
export interface FeedActivity {
  readonly sourceId: string;
  readonly activity: Activity;
}

/** Which feed of which service is read. */
export interface FeedLoadOptions extends Clock {
  readonly service: string;
  readonly feed: string;
  /** What the service calls its categories, by id. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The options to read a feed of a service anew. */
export const feedLoadOptions = (
  { id, timeZone, directory }: ServiceEntry,
  feed: string,
  now: Date,
): FeedLoadOptions => ({
  service: id,
  feed,
  now,
  timeZone,
  labels: new Map((directory?.categories ?? []).map((category) => [category.id, category.label])),
});
