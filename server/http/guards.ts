import type { Context, MiddlewareHandler } from 'hono';
import type { ServiceEntry } from '../deployment-schema.js';
import type { Placement } from '../placement.js';
import { problem } from './problem.js';
import type { Env } from './route.js';

const partnerOf = (context: Context<Env>): readonly string[] =>
  new URL(context.req.url).searchParams.getAll('partner');

/**
 * Lets pages of the partner named in the address read answers, and no other pages. Stands before
 * every other guard, so that errors can be read, too.
 */
export const crossOrigin =
  (placements: ReadonlyMap<string, Placement>): MiddlewareHandler<Env> =>
  async (context, next) => {
    const origin = context.req.header('Origin') ?? '';
    const [id = ''] = partnerOf(context);
    const isAllowed = placements.get(id)?.partner.origins.includes(origin) ?? false;
    if (isPreflight(context)) return preflight(isAllowed ? origin : undefined);
    await next();
    context.res.headers.append('Vary', 'Origin');
    if (!isAllowed) return undefined;
    context.res.headers.set('Access-Control-Allow-Origin', origin);
    // Without this a page could not read when to try again.
    if (context.res.headers.has('Retry-After'))
      context.res.headers.set('Access-Control-Expose-Headers', 'Retry-After');
    return undefined;
  };

const isPreflight = ({ req }: Context<Env>): boolean =>
  req.method === 'OPTIONS' && req.header('Access-Control-Request-Method') !== undefined;

const preflight = (origin: string | undefined): Response =>
  new Response(null, {
    status: 204,
    headers: {
      Vary: 'Origin',
      ...(origin === undefined
        ? {}
        : {
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Allow-Methods': 'GET, POST',
            'Access-Control-Allow-Headers': 'content-type, idempotency-key',
            'Access-Control-Max-Age': '7200',
          }),
    },
  });

/** Finds the partner named in the address, and with it the service. */
export const requirePartner =
  (placements: ReadonlyMap<string, Placement>): MiddlewareHandler<Env> =>
  async (context, next) => {
    const ids = partnerOf(context);
    const [id] = ids;
    if (id === undefined || id === '' || ids.length > 1)
      return problem(400, { detail: 'Name one partner in the address: ?partner=…' });
    const placement = placements.get(id);
    if (!placement)
      return problem(404, {
        detail: 'No partner has this id. The service gives each partner its id.',
      });
    context.set('placement', placement);
    return next();
  };

/** Who may see what arrived: the token of each service. */
export type StaffTokens = ReadonlyMap<string, string>;

/** Lets staff of a service pass, who carry its token. */
export const requireStaff =
  (services: readonly ServiceEntry[], tokens: StaffTokens): MiddlewareHandler<Env> =>
  async (context, next) => {
    const given = /^Bearer +([\x21-\x7e]+) *$/i.exec(
      context.req.header('Authorization') ?? '',
    )?.[1];
    const matches = await Promise.all(
      services.map(async ({ id }) => await isSame(given ?? '', tokens.get(id) ?? '')),
    );
    const service = services.find((_, index) => matches[index] === true);
    if (given === undefined || !service)
      return problem(401, {
        detail: 'Send the token of a service: Authorization: Bearer …',
        headers: { 'WWW-Authenticate': 'Bearer realm="staff"' },
      });
    context.set('staffOf', service);
    return next();
  };

// Digests have the same length and tell nothing of the token, so comparing all their bytes takes the
// same time whatever was guessed.
async function isSame(given: string, expected: string): Promise<boolean> {
  const [one, other] = await Promise.all([digest(given), digest(expected)]);
  const difference = one.reduce((sum, byte, index) => sum | (byte ^ (other[index] ?? 0)), 0);
  return expected !== '' && difference === 0;
}

const digest = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
