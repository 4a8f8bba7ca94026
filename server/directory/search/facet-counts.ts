import { distances } from '../../../src/directory/contract/activity-query.js';
import { type Bitmap, type Packed, count, countBoth, narrow } from './index/bitmap.js';
import type { DirectoryIndex } from './index/directory-index.js';
import { countRows } from './index/value-rows.js';

/** How many of some activities fit a search, and others like it. */
export interface FacetCounts {
  readonly total: number;
  /** With each value, in the order in which the index has them. */
  readonly values: Uint32Array;
  /** Within each distance, in the order of the contract. */
  readonly within: Uint32Array;
  /** Without each filter in use. */
  readonly without: ReadonlyMap<string, number>;
}

/** What passes each filter in use, for itself. */
export type Passes = ReadonlyMap<string, Bitmap>;

/** Who matches text and place, and who of them passes all filters. */
export interface Fits {
  readonly matched: Packed;
  readonly found: Packed;
}

/** Who of those that match passes. */
export const fitting = (matched: Packed, passes: Passes): Fits => ({
  matched,
  found: narrow(matched, [...passes.values()]),
});

// Up to so many in a word of 32, counting one by one is quicker.
const fewInWord = 6;

/**
 * Counts what fits. A value is counted as if it were the only one of its filter, but for
 * `access`, where it would come on top.
 * @param rings who is within each distance of the place, if there is one
 */
export function countFacets(
  { values, rows, bitOf }: DirectoryIndex,
  passes: Passes,
  { matched, found }: Fits,
  rings?: ReadonlyMap<number, Bitmap>,
): FacetCounts {
  const others = new Map([...passes.keys()].map((name) => [name, leftBut(name, passes, matched)]));
  const total = count(found);
  // Few are counted one by one, each with the values that it has; of many all are counted for each value.
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

/** Of activities that have nobody in common. */
export const sumOf = (one: FacetCounts, other: FacetCounts): FacetCounts => ({
  total: one.total + other.total,
  values: one.values.map((many, at) => many + (other.values[at] ?? 0)),
  within: one.within.map((many, at) => many + (other.within[at] ?? 0)),
  without: new Map(
    [...other.without].map(([name, many]) => [name, many + (one.without.get(name) ?? 0)]),
  ),
});
