import type { Context } from 'hono';
import { parseCursor, type Page } from '../database/page-cursor.js';
import type { Env } from './route.js';

const defaultLimit = '50';
const maxLimit = 200;

/** The error message for invalid parameters of a list for staff. */
export const pageRule = `“limit” must be a number from 1 to ${maxLimit}, “before” the “next” of an earlier answer.`;

/** The part of a list that is requested; `undefined` if the parameters are invalid. */
export function readPage({ req }: Context<Env>): Page | undefined {
  const limit = req.query('limit') ?? defaultLimit;
  const before = req.query('before');
  const cursor = before === undefined ? undefined : parseCursor(before);
  const isLimit = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (!isLimit || (before !== undefined && !cursor)) return undefined;
  return { limit: Number(limit), before: cursor };
}

/** The reference in the path, in upper case; empty if it does not have the form of a reference. */
export function referenceIn({ req }: Context<Env>): string {
  const reference = (req.param('reference') ?? '').toUpperCase();
  return /^[A-Z0-9]{8}$/.test(reference) ? reference : '';
}
