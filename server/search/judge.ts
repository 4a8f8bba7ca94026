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
import { type DirectoryIndex, countBits } from './directory-index.js';
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

type Others = ReadonlyMap<string, Packed>;

// Up to so many in a word of 32, counting one by one is quicker.
const fewInWord = 6;

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
  const total = count(found);
  return {
    found,
    total,
    facets: countValues(index, place, { found, total, others }),
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
  index: DirectoryIndex,
  place: PlaceSet | undefined,
  { found, total, others }: Pick<Judged, 'found' | 'total'> & { others: Others },
): Facets {
  const facets: Record<string, Record<string, number>> = {};
  const tell = (name: string, value: string, many: number): void => {
    if (many > 0) (facets[name] ??= {})[value] = many;
  };
  // Few are counted one by one, each with the values that it has; of many all are counted for each value.
  const counts = total < found.at.length * fewInWord ? countBits(index, found) : undefined;
  for (const [name, sets] of index.values) {
    const among = name === 'access' ? found : (others.get(name) ?? found);
    const bits = among === found && counts ? index.bitOf.get(name) : undefined;
    for (const [value, set] of sets)
      tell(name, value, bits ? (counts?.[bits.get(value) ?? 0] ?? 0) : countBoth(among, set));
  }
  for (const miles of distances) {
    const near = place?.within.get(miles);
    if (near) tell('distance', String(miles), countBoth(others.get('distance') ?? found, near));
  }
  return facets;
}
