import type { Place } from '../src/contract/directory.js';
import { formatPostcode } from '../src/contract/postcode.js';
import { type Point, metresBetween } from '../src/contract/distance.js';
import type { SearchPlace } from './activities/distance.js';
import { type Outcode, outcodes } from './outcodes.js';
import { type Town, findTown } from './towns.js';

let byCode: ReadonlyMap<string, Outcode> | undefined;

/** An outward code as written in lists, in capitals. */
export function outcodeOf(code: string): Outcode | undefined {
  byCode ??= new Map(outcodes().map((one) => [one.code, one]));
  return byCode.get(code);
}

const roughly = (degrees: number): number => Math.round(degrees * 100) / 100;

/** Where a search looks that names a place: an outward code, or a point of two decimals. Nothing when we do not know it. */
export function placeOf(id: string): SearchPlace | undefined {
  const code = outcodeOf(id);
  if (code) return { id, outcode: id, latitude: code.latitude, longitude: code.longitude };
  const [latitude, longitude] = id.split(',').map(Number);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  const nearest = nearestOutcode({ latitude, longitude });
  return { id, latitude, longitude, ...(nearest ? { outcode: nearest.code } : {}) };
}

const farthest = 50_000;

function nearestOutcode(point: Point) {
  const near = outcodes()
    .filter((one) => isAbout(one, point))
    .map((one) => ({ one, metres: metresBetween(point, one) }))
    .reduce<{ readonly one: Outcode; readonly metres: number } | undefined>(
      (best, next) => (best && best.metres <= next.metres ? best : next),
      undefined,
    );
  return near && near.metres < farthest ? near.one : undefined;
}

// Half a degree up or down is farther than that, and so is one across as far north as there are codes.
const isAbout = (one: Point, { latitude, longitude }: Point): boolean =>
  Math.abs(one.latitude - latitude) < 0.5 && Math.abs(one.longitude - longitude) < 1;

const placeFrom = ({ code, town, latitude, longitude }: Outcode): Place => ({
  id: code,
  label: `${code}, ${town}`,
  latitude: roughly(latitude),
  longitude: roughly(longitude),
});

/** Finds what somebody typed: a postcode, of which only the outward code is used, an outward code, or a town. */
export function findPlace(typed: string): Place | undefined {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const code = outcodeOf(formatPostcode(typed).split(' ')[0] ?? '') ?? outcodeOf(bare);
  if (code) return placeFrom(code);
  const town = findTown(typed);
  return town && middleOf(town);
}

// The middle of all its codes, which is where a town is.
function middleOf({ shown, codes }: Town): Place {
  const mean = (values: readonly number[]): number =>
    roughly(values.reduce((sum, value) => sum + value, 0) / values.length);
  const latitude = mean(codes.map((one) => one.latitude));
  const longitude = mean(codes.map((one) => one.longitude));
  return {
    id: `${latitude.toFixed(2)},${longitude.toFixed(2)}`,
    label: shown,
    latitude,
    longitude,
  };
}
