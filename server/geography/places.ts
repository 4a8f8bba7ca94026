import type { Place } from '../../src/directory/contract/directory.js';
import { formatPostcode } from '../../src/core/contract/postcode.js';
import { type Point, metresBetween } from '../../src/directory/contract/distance.js';
import { type Outcode, outcodes } from './outcodes.js';
import { type Town, findTown } from './towns.js';

/** Where a search looks: an outward code where one is known, and its point. */
export interface SearchPlace extends Point {
  readonly id: string;
  readonly outcode?: string;
}

let byCode: ReadonlyMap<string, Outcode> | undefined;

/** Finds an outward code by its code in capital letters. */
export function findOutcode(code: string): Outcode | undefined {
  byCode ??= new Map(outcodes().map((one) => [one.code, one]));
  return byCode.get(code);
}

const toTwoDecimals = (degrees: number): number => Math.round(degrees * 100) / 100;

/**
 * The place in which a search looks, from its id: an outward code, or `latitude,longitude` with two decimals.
 * `undefined` if the id is not a known place.
 */
export function searchPlaceOf(id: string): SearchPlace | undefined {
  const code = findOutcode(id);
  if (code) return { id, outcode: id, latitude: code.latitude, longitude: code.longitude };
  const [latitude, longitude] = id.split(',').map(Number);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const nearest = nearestOutcode({ latitude, longitude });
  return { id, latitude, longitude, ...(nearest ? { outcode: nearest.code } : {}) };
}

const maxMetres = 50_000;

function nearestOutcode(point: Point) {
  const near = outcodes()
    .filter((one) => isNear(one, point))
    .map((one) => ({ one, metres: metresBetween(point, one) }))
    .reduce<{ readonly one: Outcode; readonly metres: number } | undefined>(
      (best, next) => (best && best.metres <= next.metres ? best : next),
      undefined,
    );
  return near && near.metres < maxMetres ? near.one : undefined;
}

// A quick test before distances are computed: anything beyond half a degree of latitude or one degree of longitude
// is farther away than the limit everywhere in the United Kingdom.
const isNear = (one: Point, { latitude, longitude }: Point): boolean =>
  Math.abs(one.latitude - latitude) < 0.5 && Math.abs(one.longitude - longitude) < 1;

const placeFrom = ({ code, town, latitude, longitude }: Outcode): Place => ({
  id: code,
  label: `${code}, ${town}`,
  latitude: toTwoDecimals(latitude),
  longitude: toTwoDecimals(longitude),
});

/** Finds the place that somebody typed: an outward code, a town, or a postcode, of which only the outward code is used. */
export function findPlace(typed: string): Place | undefined {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const code = findOutcode(formatPostcode(typed).split(' ')[0] ?? '') ?? findOutcode(bare);
  if (code) return placeFrom(code);
  const town = findTown(typed);
  return town && centreOf(town);
}

// The centre of a town is the mean of its outward codes.
function centreOf({ label, codes }: Town): Place {
  const mean = (values: readonly number[]): number =>
    toTwoDecimals(values.reduce((sum, value) => sum + value, 0) / values.length);
  const latitude = mean(codes.map((one) => one.latitude));
  const longitude = mean(codes.map((one) => one.longitude));
  return {
    id: `${latitude.toFixed(2)},${longitude.toFixed(2)}`,
    label,
    latitude,
    longitude,
  };
}
