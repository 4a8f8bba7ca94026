import type { Context } from 'hono';
import { parseCursor, type Page } from '../database/page-cursor.js';
import type { Env } from './route.js';

const usualLimit = 50;
const maxLimit = 200;

/** The error message for invalid parameters of a list for staff. */
export const wrongPage = `“limit” must be a number from 1 to ${maxLimit}, “before” the “next” of an earlier answer.`;

/** The part of a list that is requested; `undefined` if the parameters are invalid. */
export function readPage(query: URLSearchParams): Page | undefined {
  const limit = query.get('limit') ?? String(usualLimit);
  const before = query.get('before');
  const cursor = before === null ? undefined : parseCursor(before);
  const isLimit = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (!isLimit || (before !== null && !cursor)) return undefined;
  return { limit: Number(limit), before: cursor };
}

/** The reference in the path, in upper case; empty if it does not have the form of a reference. */
export function referenceIn(context: Context<Env>): string {
  const reference = (context.req.param('reference') ?? '').toUpperCase();
  return /^[A-Z0-9]{8}$/.test(reference) ? reference : '';
}
