import * as z from 'zod/mini';
import type { ActivityQuery, Sort } from '../../../src/directory/contract/activity-query.js';
import { wordsIn } from '../../database/search-words.js';
import { has } from './index/bitmap.js';
import type { DirectoryIndex } from './index/directory-index.js';
import type { Order, Rank } from './first-of.js';
import { type PlaceSet, metresTo } from './index/place-set.js';
import type { TextSet } from './index/text-set.js';

/** The order of a query: what was asked for, or what fits it best. */
export function orderOf(query: ActivityQuery): Sort {
  const hasText = wordsIn(query.text).length > 0;
  const usual = hasText ? 'relevance' : query.place === '' ? 'soonest' : 'distance';
  // Nothing is near without a place, and nothing fits better without words.
  const wanted = query.sort ?? usual;
  const isPossible =
    !(wanted === 'distance' && query.place === '') && !(wanted === 'relevance' && !hasText);
  return isPossible ? wanted : usual;
}

// More than any number of minutes or metres.
const step = 2 ** 32;

/** How an order puts what was found. */
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

// What is called by the words, then what begins so, then what is run by or held at something called so, then all
// that says them anywhere.
function tierOf(text: TextSet | undefined, ord: number): number {
  if (!text || has(text.name, ord)) return 0;
  return has(text.nameStarts, ord) ? 1 : has(text.head, ord) ? 2 : 3;
}

const Cursor = z.tuple([z.string(), z.number(), z.number()]);

// As base64 is written in addresses.
const inAddress: Readonly<Record<string, string>> = { '+': '-', '/': '_' };

/** Where a page ended, for whoever wants the next. */
export const writeCursor = (sort: Sort, { key, ord }: Rank): string =>
  btoa(JSON.stringify([sort, key, ord])).replace(/[+/=]/g, (one) => inAddress[one] ?? '');

/** Whether a query goes on from a page of its own order, if it goes on from one. */
export const fitsCursor = (query: ActivityQuery): boolean =>
  query.after === '' || readCursor(query.after, orderOf(query)) !== undefined;

/** Reads a cursor of the same order; nothing where it is damaged or of another. */
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
