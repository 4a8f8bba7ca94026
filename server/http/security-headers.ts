import type { MiddlewareHandler } from 'hono';
import type { Env } from './route.js';

/**
 * Headers that every answer carries unless its route says otherwise: nothing is kept in a cache,
 * sniffed, framed or loaded into another origin's page.
 */
export const secureAnswers = (): MiddlewareHandler<Env> => async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  for (const [name, value] of unlessSet) if (!headers.has(name)) headers.set(name, value);
};

const unlessSet = [
  ['Cache-Control', 'no-store'],
  ['Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'"],
  ['X-Frame-Options', 'DENY'],
] as const;
