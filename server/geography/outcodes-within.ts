import { isRecord } from '../../src/core/record.js';
import { type Outcode, outcodes } from './outcodes.js';
import { findOutcode, searchPlaceOf } from './places.js';

/** What lies in an area. */
export interface Within {
  readonly outcodes: readonly string[];
  /** So much of the country that nobody needs to be asked where they live. */
  readonly isEverywhere: boolean;
}

type Point = readonly [longitude: number, latitude: number];
type Ring = readonly Point[];
type Polygon = readonly Ring[];

const nowhere: Within = { outcodes: [], isEverywhere: false };
const longestText = 5_000_000;
const mostPoints = 200_000;
const deepest = 5;
const mostOutcodes = 1000;
const small = 0.2;

/**
 * The outward codes in an extent as feeds give it: those whose middle lies in its GeoJSON, or those that its text
 * lists. Nothing where it is neither, or too much to be one.
 */
export function outcodesWithin(extent: unknown): Within {
  const json = typeof extent === 'string' ? parsed(extent) : extent;
  if (typeof json === 'string') return listed(json);
  const polygons = polygonsIn(json, deepest);
  const points = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (points === 0 || points > mostPoints) return nowhere;
  const inside = [...new Set(polygons.flatMap((polygon) => [...insideOf(polygon)]))];
  if (inside.length > mostOutcodes) return { outcodes: [], isEverywhere: true };
  const nearest = inside.length === 0 ? nearestTo(polygons) : undefined;
  return {
    outcodes: nearest === undefined ? inside.sort() : [nearest],
    isEverywhere: false,
  };
}

// A part of a town may hold no middle of any code, and yet lies in one.
function nearestTo(polygons: readonly Polygon[]): string | undefined {
  const [west, south, east, north] = boundsOf(polygons);
  if (east - west > small || north - south > small) return undefined;
  return searchPlaceOf([south + north, west + east].map((sum) => (sum / 2).toFixed(2)).join())
    ?.outcode;
}

function parsed(text: string): unknown {
  if (text.length > longestText) return undefined;
  try {
    const json: unknown = JSON.parse(text);
    return json;
  } catch {
    return text;
  }
}

function listed(text: string): Within {
  const codes = text
    .slice(0, longestText)
    .split(/[\s,;]+/)
    .map((code) => findOutcode(code.toUpperCase()));
  const known = codes.filter((code) => code !== undefined);
  return known.length === codes.length && known.length <= mostOutcodes
    ? { outcodes: [...new Set(known.map(({ code }) => code))], isEverywhere: false }
    : nowhere;
}

function polygonsIn(json: unknown, depth: number): readonly Polygon[] {
  if (!isRecord(json) || depth === 0) return [];
  const { type, coordinates } = json;
  if (type === 'Polygon') return [polygonOf(coordinates)];
  if (type === 'MultiPolygon') return list(coordinates).map(polygonOf);
  return [json['geometry'], ...list(json['geometries']), ...list(json['features'])].flatMap(
    (part) => polygonsIn(part, depth - 1),
  );
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const polygonOf = (rings: unknown): Polygon => list(rings).map(ringOf);

function ringOf(positions: unknown): Ring {
  const ring: Point[] = [];
  for (const position of list(positions)) {
    const [longitude, latitude] = list(position);
    if (typeof longitude === 'number' && typeof latitude === 'number')
      ring.push([longitude, latitude]);
  }
  return ring;
}

function boundsOf(polygons: readonly Polygon[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of polygons.flat(2)) {
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
}

let sorted: readonly Outcode[] | undefined;

/**
 * The codes from whose middle a line to the east crosses the edges an odd number of times; holes are edges, too. By
 * edges and not by codes, because an outline may have very many of the one, each passing few of the other.
 */
function insideOf(polygon: Polygon): ReadonlySet<string> {
  sorted ??= [...outcodes()].sort((one, other) => one.latitude - other.latitude);
  const inside = new Set<string>();
  for (const ring of polygon) {
    let [lastX, lastY] = ring.at(-1) ?? [0, 0];
    for (const [x, y] of ring) {
      const high = Math.max(y, lastY);
      for (let at = firstFrom(sorted, Math.min(y, lastY)); ; at += 1) {
        const one = sorted[at];
        if (!one || one.latitude >= high) break;
        const crossing = x + ((one.latitude - y) / (lastY - y)) * (lastX - x);
        if (one.longitude < crossing && !inside.delete(one.code)) inside.add(one.code);
      }
      [lastX, lastY] = [x, y];
    }
  }
  return inside;
}

function firstFrom(codes: readonly Outcode[], latitude: number): number {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle]?.latitude ?? Infinity) < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}
