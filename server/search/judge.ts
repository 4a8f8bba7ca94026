import type { Facets } from '../../src/contract/activity-page.js';
import { type ActivityQuery, distances, filterNames } from '../../src/contract/activity-query.js';
import {
  type Bitmap,
  type Packed,
  count,
  countBoth,
  emptyBitmap,
  intersection,
  narrow,
  pack,
  union,
} from './bitmap.js';
import type { DirectoryIndex } from './directory-index.js';
import { type PlaceSet, milesOf } from './place-set.js';
import type { TextSet } from './text-set.js';

/** What fits a search, and what would fit others like it. */
export interface Judged {
  readonly found: Packed;
  readonly total: number;
  readonly facets: Facets;
  /** How many there would be without each filter in use. */
  readonly without: ReadonlyMap<string, number>;
}

/** What a search is narrowed by. Nothing stands for what is not asked for. */
export interface Narrowing {
  readonly text: TextSet | undefined;
  readonly place: PlaceSet | undefined;
  readonly query: Pick<ActivityQuery, 'distance' | 'filters'>;
}

/** Finds what fits, and counts for every value of every filter what would be left with it. */
export function judge(index: DirectoryIndex, { text, place, query }: Narrowing): Judged {
  const matched = pack(
    intersection([index.all, ...(text ? [text.anywhere] : []), ...(place ? [place.reached] : [])]),
  );
  const passes = passesOf(index, place, query);
  const found = narrow(matched, [...passes.values()]);
  const others = new Map(
    [...passes.keys()].map((name) => [
      name,
      narrow(
        matched,
        [...passes].flatMap(([other, pass]) => (other === name ? [] : [pass])),
      ),
    ]),
  );
  return {
    found,
    total: count(found),
    facets: countValues(index, place, found, others),
    without: new Map([...others].map(([name, set]) => [name, count(set)])),
  };
}

// What passes each filter in use, for itself.
function passesOf(
  { size, values }: DirectoryIndex,
  place: PlaceSet | undefined,
  query: Narrowing['query'],
): ReadonlyMap<string, Bitmap> {
  const passes = new Map<string, Bitmap>();
  for (const name of filterNames) {
    const [first, ...more] = (query.filters[name] ?? []).map(
      (value) => values.get(name)?.get(value) ?? emptyBitmap(size),
    );
    if (!first) continue;
    // One who needs a ramp and a hearing loop needs both.
    const pass = name === 'access' ? intersection([first, ...more]) : union(size, [first, ...more]);
    passes.set(name, pass);
  }
  const near = place?.within.get(milesOf(query));
  if (near) passes.set('distance', near);
  return passes;
}

// A value is counted as if it were the only one of its filter, but for `access`, where it would come on top.
function countValues(
  { values }: DirectoryIndex,
  place: PlaceSet | undefined,
  found: Packed,
  others: ReadonlyMap<string, Packed>,
): Facets {
  const facets: Record<string, Record<string, number>> = {};
  const tell = (name: string, value: string, among: Packed, set: Bitmap): void => {
    const many = countBoth(among, set);
    if (many > 0) (facets[name] ??= {})[value] = many;
  };
  for (const [name, sets] of values) {
    const among = name === 'access' ? found : (others.get(name) ?? found);
    for (const [value, set] of sets) tell(name, value, among, set);
  }
  for (const miles of distances) {
    const near = place?.within.get(miles);
    if (near) tell('distance', String(miles), others.get('distance') ?? found, near);
  }
  return facets;
}
