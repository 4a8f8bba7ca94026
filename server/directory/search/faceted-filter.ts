import { LRUCache } from 'lru-cache';
import type { Facets } from '../../../src/directory/contract/activity-page.js';
import {
  type ActivityQuery,
  distances,
  filterNames,
} from '../../../src/directory/contract/activity-query.js';
import {
  type Bitmap,
  type Packed,
  emptyBitmap,
  intersection,
  pack,
  union,
  without,
} from './index/bitmap.js';
import type { DirectoryIndex } from './index/directory-index.js';
import { type PlaceSet, milesOf } from './index/place-set.js';
import {
  type Fits,
  type Passes,
  type FacetCounts,
  fitting,
  sumOf,
  countFacets,
} from './facet-counts.js';
import type { TextSet } from './index/text-set.js';

/** The activities that match a search, and the counts for variations of it. */
export interface Matches {
  readonly found: Packed;
  readonly total: number;
  readonly facets: Facets;
  /** The number of results without each filter in use. */
  readonly without: ReadonlyMap<string, number>;
}

/** The criteria of a search; `undefined` for those not in use. */
export interface Narrowing {
  readonly text: TextSet | undefined;
  readonly place: PlaceSet | undefined;
  readonly query: Pick<ActivityQuery, 'distance' | 'filters'>;
}

/** Finds matching activities and counts the results with every value of every filter. */
export type FacetedFilter = (narrowing: Narrowing) => Matches;

// About 2 kB each.
const mostKept = 500;

/**
 * Filters and counts with an index. Activities available everywhere are found from any place, so without a text they
 * are counted once for each choice of filters; only the others are counted for each place.
 */
export function facetedFilter(index: DirectoryIndex): FacetedFilter {
  const everybody = pack(index.all);
  const wherever = union(index.size, [index.everywhere, index.anywhere]);
  const inAllPlaces = pack(index.all, wherever);
  const ofAll = countsCache();
  const ofAllPlaces = countsCache();

  // Searches at the same place are often refined.
  const reached = new WeakMap<PlaceSet, Reached>();
  const reachedFrom = (place: PlaceSet): Reached => {
    const known = reached.get(place) ?? {
      all: pack(index.all, place.reached),
      about: pack(without(place.reached, wherever), index.all),
    };
    reached.set(place, known);
    return known;
  };

  const matchedBy = ({ text, place }: Narrowing): Packed => {
    if (text) return pack(index.all, text.anywhere, ...(place ? [place.reached] : []));
    return place ? reachedFrom(place).all : everybody;
  };

  const count = ({ text, place, query }: Narrowing, passes: Passes, fits: Fits): FacetCounts => {
    if (text) return countFacets(index, passes, fits, place?.within);
    const filters = JSON.stringify(filterNames.map((name) => query.filters[name] ?? []));
    if (!place) return ofAll.memo(filters, { context: () => countFacets(index, passes, fits) });
    const standing = ofAllPlaces.memo(filters, {
      context: () => {
        const filtering = new Map([...passes].filter(([name]) => name !== 'distance'));
        return atAnyDistance(countFacets(index, filtering, fitting(inAllPlaces, filtering)));
      },
    });
    const about = fitting(reachedFrom(place).about, passes);
    return sumOf(standing, countFacets(index, passes, about, place.within));
  };

  return (narrowing) => {
    const passes = passesOf(index, narrowing.place, narrowing.query);
    const fits = fitting(matchedBy(narrowing), passes);
    const counted = count(narrowing, passes, fits);
    return {
      found: fits.found,
      total: counted.total,
      facets: facetsOf(index, counted),
      without: counted.without,
    };
  };
}

/** The activities reached from a place. */
interface Reached {
  readonly all: Packed;
  /** Without those available everywhere. */
  readonly about: Packed;
}

// Activities available everywhere are within any distance.
const atAnyDistance = (counted: FacetCounts): FacetCounts => ({
  ...counted,
  within: counted.within.map(() => counted.total),
  without: new Map([...counted.without, ['distance', counted.total]]),
});

const countsCache = (): LRUCache<string, FacetCounts, () => FacetCounts> =>
  new LRUCache({ max: mostKept, memoMethod: (_key, _stale, { context: count }) => count() });

// For each filter in use, the activities that pass it.
function passesOf(
  { size, values }: DirectoryIndex,
  place: PlaceSet | undefined,
  query: Narrowing['query'],
): Passes {
  const passes = new Map<string, Bitmap>();
  for (const name of filterNames) {
    const [first, ...more] = (query.filters[name] ?? []).map(
      (value) => values.get(name)?.get(value) ?? emptyBitmap(size),
    );
    if (!first) continue;
    // Somebody who needs a ramp and a hearing loop needs both.
    const joined = (): Bitmap =>
      name === 'access' ? intersection([first, ...more]) : union(size, [first, ...more]);
    passes.set(name, more.length === 0 ? first : joined());
  }
  const near = place?.within.get(milesOf(query));
  if (near) passes.set('distance', near);
  return passes;
}

function facetsOf({ values }: DirectoryIndex, counted: FacetCounts): Facets {
  const facets: Record<string, Record<string, number>> = {};
  const tell = (name: string, value: string, many = 0): void => {
    if (many > 0) (facets[name] ??= {})[value] = many;
  };
  let at = 0;
  for (const [name, sets] of values)
    for (const value of sets.keys()) {
      tell(name, value, counted.values[at]);
      at += 1;
    }
  for (const [nth, miles] of distances.entries())
    tell('distance', String(miles), counted.within[nth]);
  return facets;
}
