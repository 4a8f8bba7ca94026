import * as z from 'zod/mini';
import {
  type ActivityQuery,
  distances,
} from '../../../../src/directory/contract/activity-query.js';
import type { SearchPlace } from '../../../geography/places.js';
import type { Queries } from '../../../database/database.js';
import { type Bitmap, add, emptyBitmap, union } from './bitmap.js';
import { type DirectoryIndex, type Snapshot, unknown } from './directory-index.js';
import { Bytes, Outdated, forEachPosting, joined, revisionSql } from './index-rows.js';

/** The activities that can be reached from a place, and their distances. */
export interface PlaceSet {
  /** By number: the metres to the nearest venue plus one, or 0 if none is within the farthest distance. */
  readonly nearest: Uint16Array;
  /** Those whose area includes the place. */
  readonly covering: Bitmap;
  /** By miles: those with a venue within this distance, and those reached in another way. */
  readonly within: ReadonlyMap<number, Bitmap>;
  /** All that can be reached. */
  readonly reached: Bitmap;
}

const usualMiles = 10;
const metresInMile = 1609.344;
/** Of latitude, on the sphere of `metresBetween`. */
const metresInDegree = (6_371_000 * Math.PI) / 180;
const nearestFirst = [...distances].sort((one, other) => one - other);
const limits = nearestFirst.map((miles) => miles * metresInMile);
const farthest = Math.max(...distances) * metresInMile;

/** The radius of a search in miles. */
export const milesOf = (query: Pick<ActivityQuery, 'distance'>): number =>
  query.distance ?? usualMiles;

const Row = z.object({ revision: z.number(), covering: Bytes, venues: Bytes });

// Of latitude, as in the index of activity_venue.
const stripsInDegree = 20;

// An equirectangular projection at the middle latitude is accurate to centimetres at this distance, and takes a third
// of the time of the distance on a sphere.
const metres = `point(
    (at[0] - $2::float8) * ${metresInDegree} * cos((at[1] + $3::float8) * ${Math.PI / 360}),
    (at[1] - $3::float8) * ${metresInDegree}
  ) <-> point(0, 0)`;

const statement = `
  select ${revisionSql} as revision,
    (select ${joined('ords')} from activity_posting
     where service = $1 and kind = 'outcode' and term = $6) as covering,
    ${joined(`int8send((ord::bigint << 32) + (${metres})::int)`)} as venues
  from activity_venue
  where service = $1 and floor(at[1] * ${stripsInDegree})::int = any($5::int[])
    and at[0] between $2::float8 - $4::float8 and $2::float8 + $4::float8`;

/** Queries PostgreSQL for activities near a place and those whose area includes it. Rejects if the index is outdated. */
export async function readPlaceSet(
  queries: Queries,
  { service, revision, index }: Snapshot,
  { longitude, latitude, outcode }: SearchPlace,
): Promise<PlaceSet> {
  // A margin, because the strips become narrower towards the poles.
  const up = (farthest * 1.002) / metresInDegree;
  const across = up / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const strips = stripsBetween(latitude - up, latitude + up);
  const values = [service, longitude, latitude, across, strips, outcode ?? ''];
  const [row] = await queries.query(statement, values, 'place');
  const read = z.parse(Row, row);
  if (read.revision !== revision) throw new Outdated();
  return placeSet(read, index);
}

function stripsBetween(south: number, north: number): readonly number[] {
  const first = Math.floor(south * stripsInDegree);
  const last = Math.floor(north * stripsInDegree);
  return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
}

/** Creates the set from the rows that PostgreSQL returned for a place. */
export function placeSet(
  { venues, covering: codes }: Omit<z.infer<typeof Row>, 'revision'>,
  { size, everywhere, anywhere }: DirectoryIndex,
): PlaceSet {
  const covering = everywhere.slice();
  forEachPosting(codes, (ord) => {
    add(covering, ord);
  });
  const nearest = new Uint16Array(size);
  const rings = nearestFirst.map(() => emptyBitmap(size));
  const view = new DataView(venues.buffer, venues.byteOffset, venues.byteLength);
  for (let at = 0; at < venues.length; at += 8) {
    const ord = view.getInt32(at);
    const away = view.getInt32(at + 4);
    // The corners of the strips are too far away.
    if (away > farthest) continue;
    const known = nearest[ord] ?? 0;
    if (known === 0 || away < known) nearest[ord] = away + 1;
    let ring = 0;
    while (away > (limits[ring] ?? farthest)) ring += 1;
    const set = rings[ring];
    if (set) add(set, ord);
  }
  // Each distance includes all shorter ones.
  let inner = union(size, [covering, anywhere]);
  const within = new Map<number, Bitmap>();
  for (const [at, miles] of nearestFirst.entries()) {
    inner = union(size, [inner, rings[at] ?? inner]);
    within.set(miles, inner);
  }
  return { nearest, covering, within, reached: inner };
}

/** Metres to an activity's nearest venue; `unknown` if none is near. */
export function metresTo({ nearest }: PlaceSet, ord: number): number {
  const known = nearest[ord] ?? 0;
  return known === 0 ? unknown : known - 1;
}
