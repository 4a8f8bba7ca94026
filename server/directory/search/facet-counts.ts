import { distances } from '../../../src/directory/contract/activity-query.js';
import { type Bitmap, type Packed, count, countBoth, narrow } from './index/bitmap.js';
import type { DirectoryIndex } from './index/directory-index.js';
import { countRows } from './index/value-rows.js';

/** How many activities match a search and variations of it. */
export interface FacetCounts {
  readonly total: number;
  /** With each value, in the order of the index. */
  readonly values: Uint32Array;
  /** Within each distance, in the order of the contract. */
  readonly within: Uint32Array;
  /** Without each filter in use. */
  readonly without: ReadonlyMap<string, number>;
}

/** For each filter in use, the activities that pass it. */
export type Passes = ReadonlyMap<string, Bitmap>;

/** The activities that match text and place, and those of them that pass all filters. */
export interface Fits {
  readonly matched: Packed;
  readonly found: Packed;
}

/** The matching activities that pass all filters. */
export const fitting = (matched: Packed, passes: Passes): Fits => ({
  matched,
  found: narrow(matched, [...passes.values()]),
});

// With up to this many bits set in a word of 32, counting them one by one is quicker.
const fewInWord = 6;

/**
 * Counts matches. A value is counted as if it were the only one of its filter, except for `access`, where it would be
 * added to the others.
 * @param rings the activities within each distance of the place, if there is one
 */
export function countFacets(
  { values, rows, bitOf }: DirectoryIndex,
  passes: Passes,
  { matched, found }: Fits,
  rings?: ReadonlyMap<number, Bitmap>,
): FacetCounts {
  const others = new Map([...passes.keys()].map((name) => [name, leftBut(name, passes, matched)]));
  const total = count(found);
  // Few activities are counted one by one with their values; many are counted value by value.
  const counts = total < found.at.length * fewInWord ? countRows(rows, found) : undefined;
  const each: number[] = [];
  for (const [name, sets] of values) {
    const among = name === 'access' ? found : (others.get(name) ?? found);
    const bits = among === found && counts ? bitOf.get(name) : undefined;
    for (const [value, set] of sets)
      each.push(bits ? (counts?.[bits.get(value) ?? 0] ?? 0) : countBoth(among, set));
  }
  const anyDistance = others.get('distance') ?? found;
  return {
    total,
    values: Uint32Array.from(each),
    within: Uint32Array.from(distances, (miles) => {
      const ring = rings?.get(miles);
      return ring ? countBoth(anyDistance, ring) : 0;
    }),
    without: new Map([...others].map(([name, set]) => [name, count(set)])),
  };
}

const leftBut = (name: string, passes: Passes, matched: Packed): Packed =>
  narrow(
    matched,
    [...passes].flatMap(([other, pass]) => (other === name ? [] : [pass])),
  );

/** The sum for two sets of activities without common members. */
export const sumOf = (one: FacetCounts, other: FacetCounts): FacetCounts => ({
  total: one.total + other.total,
  values: one.values.map((many, at) => many + (other.values[at] ?? 0)),
  within: one.within.map((many, at) => many + (other.within[at] ?? 0)),
  without: new Map(
    [...other.without].map(([name, many]) => [name, many + (one.without.get(name) ?? 0)]),
  ),
});
