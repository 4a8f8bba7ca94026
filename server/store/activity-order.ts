import * as z from 'zod/mini';
import type { ActivityQuery, Sort } from '../../src/contract/activity-query.js';
import { wordsIn } from './search-words.js';

/** A result list's order: a number, smallest first, and then the id, so that no two rows are alike. */
export interface Order {
  readonly sort: Sort;
  readonly key: string;
}

/** The order of a query: what was asked for, or what fits it best. */
export function orderOf(query: ActivityQuery, hasText: boolean): Order {
  const usual = hasText ? 'relevance' : query.place === '' ? 'soonest' : 'distance';
  // Nothing is near without a place, and nothing fits better without words.
  const wanted = query.sort ?? usual;
  const isPossible =
    !(wanted === 'distance' && query.place === '') && !(wanted === 'relevance' && !hasText);
  const sort = isPossible ? wanted : usual;
  return { sort, key: keys[sort] };
}

// Rounded, so that the same row has the same key on the next page.
const keys: Readonly<Record<Sort, string>> = {
  relevance: '-rank',
  distance: 'coalesce(metres, 1e9)',
  soonest: `coalesce(extract(epoch from next_at), 1e12)::float8`,
  checked: `-coalesce(extract(epoch from checked_on::timestamp), -1e12)::float8`,
};

const Cursor = z.tuple([z.string(), z.number(), z.string()]);

/** Where a page ended, for whoever wants the next. */
export const writeCursor = (sort: Sort, key: number, id: string): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

/** Whether a query goes on from a page of its own order, if it goes on from one. */
export const fitsCursor = (query: ActivityQuery): boolean =>
  query.after === '' ||
  readCursor(query.after, orderOf(query, wordsIn(query.text).length > 0).sort) !== undefined;

/** Reads a cursor of the same order; nothing where it is damaged or of another. */
export function readCursor(
  cursor: string,
  sort: Sort,
): { readonly key: number; readonly id: string } | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const read = z.safeParse(Cursor, json);
    if (!read.success || read.data[0] !== sort) return undefined;
    return { key: read.data[1], id: read.data[2] };
  } catch {
    return undefined;
  }
}
