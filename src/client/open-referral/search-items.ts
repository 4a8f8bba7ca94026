import type { Activity } from '../../contract/activity.js';
import {
  type ActivityQuery,
  type FilterName,
  distances,
  filterNames,
} from '../../contract/activity-query.js';
import { valuesOf } from '../../contract/activity-values.js';
import { type Point, metresBetween } from '../../contract/distance.js';
import type { FeedItem } from './load-feed.js';

const metresInMile = 1609.344;
const usualMiles = 10;

/** What a search of loaded items found. */
export interface Found {
  readonly items: readonly FeedItem[];
  readonly facets: Record<string, Record<string, number>>;
  readonly loosen: readonly { readonly filter: string; readonly count: number }[];
}

interface Judged {
  readonly item: FeedItem;
  readonly values: Readonly<Record<FilterName, readonly string[]>>;
  readonly metres: number | undefined;
  /** The conditions that it does not meet. */
  readonly misses: ReadonlySet<string>;
  readonly rank: number;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const haystack = ({ name, summary, description, organisation, terms }: Activity): string =>
  plain([name, organisation?.name, ...terms, summary, description].join(' '));

/** Finds, counts and sorts what is loaded, by the same rules as the backend. */
export function searchItems(
  items: readonly FeedItem[],
  query: ActivityQuery,
  point: Point | undefined,
): Found {
  const judged = items
    .filter(({ activity }) => activity.status !== 'closed')
    .map((item) => judge(item, query, point));
  const fits = judged.filter(({ misses }) => misses.size === 0);
  return {
    items: fits.sort(orderOf(query, point)).map(({ item }) => item),
    facets: facetsOf(judged, point !== undefined),
    loosen: fits.length === 0 ? waysOut(judged, query, point) : [],
  };
}

function judge(item: FeedItem, query: ActivityQuery, point: Point | undefined): Judged {
  const { activity } = item;
  const values = valuesOf(activity);
  const words = plain(query.text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const text = haystack(activity);
  const distances_ = activity.venues.flatMap(({ latitude, longitude }) =>
    !point || latitude === undefined || longitude === undefined
      ? []
      : [metresBetween(point, { latitude, longitude })],
  );
  const metres = distances_.length > 0 ? Math.min(...distances_) : undefined;
  const misses = new Set<string>(
    filterNames.filter((name) => !passes(query.filters[name] ?? [], values[name], name)),
  );
  if (words.some((word) => !` ${text}`.includes(` ${word}`))) misses.add('text');
  if (point && (metres ?? Infinity) > (query.distance ?? usualMiles) * metresInMile)
    misses.add('distance');
  if (query.ids.length > 0 && !query.ids.includes(activity.id)) misses.add('ids');
  const name = plain(activity.name);
  return { item, values, metres, misses, rank: words.filter((word) => name.includes(word)).length };
}

const passes = (wanted: readonly string[], has: readonly string[], name: FilterName): boolean =>
  wanted.length === 0 ||
  (name === 'access'
    ? wanted.every((value) => has.includes(value))
    : wanted.some((value) => has.includes(value)));

const orderOf =
  ({ sort, text, ids }: ActivityQuery, point: Point | undefined) =>
  (one: Judged, other: Judged): number => {
    const position = (judged: Judged): number => ids.indexOf(judged.item.activity.id);
    if (ids.length > 0) return position(one) - position(other);
    const near = (one.metres ?? Infinity) - (other.metres ?? Infinity);
    const checked = (judged: Judged): string => judged.item.activity.checked?.date ?? '';
    if (sort === 'checked') return checked(other).localeCompare(checked(one));
    if (point && (sort === 'distance' || text === '')) return near || 0;
    return other.rank - one.rank;
  };

function facetsOf(judged: readonly Judged[], hasPlace: boolean): Found['facets'] {
  const facets: Record<string, Record<string, number>> = {};
  const count = (name: string, value: string): void => {
    const counts = (facets[name] ??= {});
    counts[value] = (counts[value] ?? 0) + 1;
  };
  for (const { values, misses, metres } of judged) {
    for (const name of filterNames)
      if (isOnly(misses, name === 'access' ? '' : name))
        for (const value of new Set(values[name])) count(name, value);
    if (hasPlace && isOnly(misses, 'distance'))
      for (const miles of distances)
        if ((metres ?? Infinity) <= miles * metresInMile) count('distance', String(miles));
  }
  return facets;
}

const isOnly = (misses: ReadonlySet<string>, name: string): boolean =>
  misses.size === 0 || (misses.size === 1 && misses.has(name));

function waysOut(
  judged: readonly Judged[],
  query: ActivityQuery,
  point: Point | undefined,
): Found['loosen'] {
  const inUse = [
    ...filterNames.filter((name) => (query.filters[name] ?? []).length > 0),
    ...(query.text === '' ? [] : ['text']),
    ...(point ? ['distance'] : []),
  ];
  return inUse
    .map((filter) => ({
      filter,
      count: judged.filter(({ misses }) => isOnly(misses, filter)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
