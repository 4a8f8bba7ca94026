import * as z from 'zod/mini';
import type { ActivityQuery, Sort } from '../../../src/directory/contract/activity-query.js';
import { wordsIn } from '../../database/search-words.js';
import { has } from './index/bitmap.js';
import type { DirectoryIndex } from './index/directory-index.js';
import type { Order, Rank } from './first-of.js';
import { type PlaceSet, metresTo } from './index/place-set.js';
import type { TextSet } from './index/text-set.js';

/** The order of a query: the requested one, or the best default. */
export function orderOf(query: ActivityQuery): Sort {
  const hasText = wordsIn(query.text).length > 0;
  const usual = hasText ? 'relevance' : query.place === '' ? 'soonest' : 'distance';
  // Sorting by distance needs a place, and sorting by relevance needs words.
  const wanted = query.sort ?? usual;
  const isPossible =
    !(wanted === 'distance' && query.place === '') && !(wanted === 'relevance' && !hasText);
  return isPossible ? wanted : usual;
}

// More than any number of minutes or metres.
const step = 2 ** 32;

/** The keys and tiers of an order. */
export function orderBy(
  sort: Sort,
  { next, checked }: DirectoryIndex,
  text: TextSet | undefined,
  place: PlaceSet | undefined,
): Order {
  const soonest = (ord: number): number => next[ord] ?? 0;
  const nearest = place ? (ord: number): number => metresTo(place, ord) : soonest;
  switch (sort) {
    case 'soonest':
      return { keyOf: soonest, tiers: [] };
    case 'distance':
      return { keyOf: nearest, tiers: [] };
    case 'checked':
      return { keyOf: (ord) => -(checked[ord] ?? 0), tiers: [] };
    case 'relevance':
      return {
        keyOf: (ord) => tierOf(text, ord) * step + nearest(ord),
        tiers: text ? [text.name, text.nameStarts, text.head] : [],
      };
  }
}

// Whole words in the name come first, then word beginnings in the name, then subjects, organisation or venue, then
// other text.
function tierOf(text: TextSet | undefined, ord: number): number {
  if (!text || has(text.name, ord)) return 0;
  return has(text.nameStarts, ord) ? 1 : has(text.head, ord) ? 2 : 3;
}

const Cursor = z.tuple([z.string(), z.number(), z.number()]);

// The URL-safe alphabet of base64.
const inAddress: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** Serialises the end of a page as a cursor. */
export const writeCursor = (sort: Sort, { key, ord }: Rank): string =>
  btoa(JSON.stringify([sort, key, ord])).replace(/[+/=]/g, (one) => inAddress[one] ?? '');

/** Whether the cursor of a query, if it has one, belongs to the order of the query. */
export const fitsCursor = (query: ActivityQuery): boolean =>
  query.after === '' || readCursor(query.after, orderOf(query)) !== undefined;

/** Parses a cursor; returns `undefined` if it is invalid or belongs to another order. */
export function readCursor(cursor: string, sort: Sort): Rank | undefined {
  try {
    const json: unknown = JSON.parse(
      atob(cursor.replace(/[-_]/g, (one) => (one === '-' ? '+' : '/'))),
    );
    const read = z.safeParse(Cursor, json);
    if (!read.success || read.data[0] !== sort) return undefined;
    return { key: read.data[1], ord: read.data[2] };
  } catch {
    return undefined;
  }
}
