import type { Context } from 'hono';
import { parseCursor, type Page } from '../database/page-cursor.js';
import type { Env } from './route.js';

const usualLimit = 50;
const maxLimit = 200;

/** What a list for staff says to an address that it cannot use. */
export const wrongPage = `“limit” must be a number from 1 to ${maxLimit}, “before” the “next” of an earlier answer.`;

/** Which part of a list is wanted; nothing where the address cannot be used. */
export function readPage(query: URLSearchParams): Page | undefined {
  const limit = query.get('limit') ?? String(usualLimit);
  const before = query.get('before');
  const cursor = before === null ? undefined : parseCursor(before);
  const isLimit = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (!isLimit || (before !== null && !cursor)) return undefined;
  return { limit: Number(limit), before: cursor };
}

/** The reference in the address, in capitals. What has not the form of one is nobody's, and comes back empty. */
export function referenceIn(context: Context<Env>): string {
  const reference = (context.req.param('reference') ?? '').toUpperCase();
  return /^[A-Z0-9]{8}$/.test(reference) ? reference : '';
}
