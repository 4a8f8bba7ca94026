import type { Activity } from '../../contract/activity.js';

/** A record of a feed in the normal form, before a service has put it among its categories. */
export interface FeedRecord {
  readonly sourceId: string;
  readonly activity: Omit<Activity, 'id' | 'categories' | 'source'> & {
    /** The record's own page at the source. */
    readonly page?: string;
  };
  /** What the feed calls its subjects: names, and ids with their vocabulary. */
  readonly subjects: readonly string[];
  /** What the feed says of where its areas lie. */
  readonly extents?: readonly Extent[];
  /** One of several records of it, each with one of its places. */
  readonly isPart?: boolean;
}

/** Where an area lies, as the feed has it: GeoJSON, or text. */
export interface Extent {
  readonly name: string | undefined;
  readonly extent: unknown;
}

/** A record that cannot be taken in, and why. */
export interface Refused {
  readonly id: string;
  readonly field: string;
  readonly reason: string;
}

/** What came of one record. */
export type Read =
  | { readonly ok: true; readonly record: FeedRecord }
  | { readonly ok: false; readonly refused: Refused };

/** What kind of feed something comes from. */
export type FeedKind = 'open-referral-3' | 'open-referral-1' | 'aliss';
