import type { Activity } from '../contract/activity.js';

/** A record of a feed in our format, before the categories of a service are assigned. */
export interface FeedRecord {
  readonly sourceId: string;
  readonly activity: Omit<Activity, 'id' | 'categories' | 'source'> & {
    /** The record's own page at the source. */
    readonly page?: string;
  };
  /** The feed's subjects: names, ids, and ids prefixed with their vocabulary. */
  readonly subjects: readonly string[];
  /** The extents that the feed gives for its areas. */
  readonly extents?: readonly Extent[];
  /** True for one of several records of a service, each with one of its locations. */
  readonly isPart?: boolean;
}

/** The extent of an area as the feed gives it: GeoJSON or text. */
export interface Extent {
  readonly name: string | undefined;
  readonly extent: unknown;
}

/** A record that cannot be imported, with the field and the reason. */
export interface RejectedRecord {
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

/** The result of reading one record. */
export type RecordResult =
  | { readonly ok: true; readonly record: FeedRecord }
  | { readonly ok: false; readonly refused: RejectedRecord };

/** The format of a feed. */
export type FeedKind = 'open-referral-3' | 'open-referral-1' | 'aliss';
