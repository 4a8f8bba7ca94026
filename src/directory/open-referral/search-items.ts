import type { Activity } from '../contract/activity.js';
import {
  type ActivityQuery,
  type FilterName,
  distances,
  filterNames,
} from '../contract/activity-query.js';
import { valuesOf } from '../contract/activity-values.js';
import { type Point, metresBetween, pointsOf } from '../contract/distance.js';
import type { FeedItem } from './load-feed.js';

const metresPerMile = 1609.344;
const defaultMiles = 10;

/** The result of searching loaded items. */
export interface ItemSearchResult {
  readonly items: readonly FeedItem[];
  readonly facets: Record<string, Record<string, number>>;
  readonly loosen: readonly { readonly filter: string; readonly count: number }[];
}

interface MatchedItem {
  readonly item: FeedItem;
  readonly values: Readonly<Record<FilterName, readonly string[]>>;
  readonly metres: number | undefined;
  /** The names of the filters that the item does not match. */
  readonly misses: ReadonlySet<string>;
  readonly rank: number;
}

const normalise = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const searchableText = ({ name, summary, description, organisation, terms }: Activity): string =>
  normalise([name, organisation?.name, ...terms, summary, description].join(' '));

/** Filters, counts and sorts loaded items by the same rules as the backend. */
export function searchItems(
  items: readonly FeedItem[],
  query: ActivityQuery,
  point: Point | undefined,
): ItemSearchResult {
  const matched = items
    .filter(({ activity }) => activity.status !== 'closed')
    .map((item) => matchItem(item, query, point));
  const matching = matched.filter(({ misses }) => misses.size === 0);
  return {
    items: matching.sort(comparatorFor(query, point)).map(({ item }) => item),
    facets: facetsOf(matched, point !== undefined),
    loosen: matching.length === 0 ? filtersToLoosen(matched, query, point) : [],
  };
}

function matchItem(item: FeedItem, query: ActivityQuery, point: Point | undefined): MatchedItem {
  const { activity } = item;
  const values = valuesOf(activity);
  const words = normalise(query.text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const text = searchableText(activity);
  const metresToVenues = point
    ? pointsOf(activity.venues).map((venue) => metresBetween(point, venue))
    : [];
  const metres = metresToVenues.length > 0 ? Math.min(...metresToVenues) : undefined;
  const misses = new Set<string>(
    filterNames.filter((name) => {
      const wanted = query.filters[name] ?? [];
      const found = wanted.filter((value) => values[name].includes(value)).length;
      return name === 'access' ? found < wanted.length : wanted.length > 0 && found === 0;
    }),
  );
  if (words.some((word) => !` ${text}`.includes(` ${word}`))) misses.add('text');
  if (point && (metres ?? Infinity) > (query.distance ?? defaultMiles) * metresPerMile)
    misses.add('distance');
  if (query.ids.length > 0 && !query.ids.includes(activity.id)) misses.add('ids');
  const name = normalise(activity.name);
  return { item, values, metres, misses, rank: words.filter((word) => name.includes(word)).length };
}

const comparatorFor =
  ({ sort, text, ids }: ActivityQuery, point: Point | undefined) =>
  (one: MatchedItem, other: MatchedItem): number => {
    const position = (matched: MatchedItem): number => ids.indexOf(matched.item.activity.id);
    if (ids.length > 0) return position(one) - position(other);
    const near = (one.metres ?? Infinity) - (other.metres ?? Infinity);
    const checked = (matched: MatchedItem): string => matched.item.activity.checked?.date ?? '';
    if (sort === 'checked') return checked(other).localeCompare(checked(one));
    if (point && (sort === 'distance' || text === '')) return near || 0;
    return other.rank - one.rank;
  };

function facetsOf(matched: readonly MatchedItem[], hasPlace: boolean): ItemSearchResult['facets'] {
  const facets: Record<string, Record<string, number>> = {};
  const count = (name: string, value: string): void => {
    const counts = (facets[name] ??= {});
    counts[value] = (counts[value] ?? 0) + 1;
  };
  for (const { values, misses, metres } of matched) {
    for (const name of filterNames)
      if (missesOnly(misses, name === 'access' ? '' : name))
        for (const value of new Set(values[name])) count(name, value);
    if (hasPlace && missesOnly(misses, 'distance'))
      for (const miles of distances)
        if ((metres ?? Infinity) <= miles * metresPerMile) count('distance', String(miles));
  }
  return facets;
}

const missesOnly = (misses: ReadonlySet<string>, name: string): boolean =>
  misses.size === 0 || (misses.size === 1 && misses.has(name));

function filtersToLoosen(
  matched: readonly MatchedItem[],
  query: ActivityQuery,
  point: Point | undefined,
): ItemSearchResult['loosen'] {
  const inUse = [
    ...filterNames.filter((name) => (query.filters[name] ?? []).length > 0),
    ...(query.text === '' ? [] : ['text']),
    ...(point ? ['distance'] : []),
  ];
  return inUse
    .map((filter) => ({
      filter,
      count: matched.filter(({ misses }) => missesOnly(misses, filter)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
