import type { Activity } from '../contract/activity.js';
import { type Json, asLine } from './json.js';

/** A record of a feed in our format, before the categories of a service are assigned. */
export interface FeedRecord {
  readonly sourceId: string;
  readonly activity: Omit<Activity, 'id' | 'categories' | 'source'> & {
    /** The record's own page at the source. */
    readonly page?: string | undefined;
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

/** Reads a record that has an id and a name; any other is rejected. */
export function readNamed(
  json: Json,
  read: (json: Json, sourceId: string, name: string) => FeedRecord,
): RecordResult {
  const id = asLine(json['id'], 120);
  const name = asLine(json['name'], 200);
  if (id !== undefined && name !== undefined) return { ok: true, record: read(json, id, name) };
  const field = id === undefined ? 'id' : 'name';
  return { ok: false, refused: { id: id ?? name ?? '', field, reason: 'is missing' } };
}

/** The format of a feed. */
export type FeedKind = 'open-referral-3' | 'open-referral-1' | 'aliss';
