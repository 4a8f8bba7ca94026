import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { ServiceContext } from '../../settings/service-context.js';
import { partnerIdsIn } from './guards.js';
import type { Env } from '../route.js';

const grant = cors({
  origin: (origin) => origin,
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['content-type', 'idempotency-key'],
  // Without this, a page could not read when to try again.
  exposeHeaders: ['Retry-After'],
  maxAge: 7200,
});

/**
 * Lets only pages of the partner named in the address read responses. Runs before the guards of a route, so that these
 * pages can read errors, too.
 */
export const crossOrigin =
  (serviceContexts: ReadonlyMap<string, ServiceContext>): MiddlewareHandler<Env> =>
  async (context, next) => {
    if (isAllowed(serviceContexts, context)) return grant(context, next);
    // Hono's middleware would tell every other page which methods and headers are allowed.
    await next();
    context.header('Vary', 'Origin', { append: true });
    return undefined;
  };

function isAllowed(
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  context: Context<Env>,
): boolean {
  const [id = ''] = partnerIdsIn(context);
  const origin = context.req.header('Origin') ?? '';
  return serviceContexts.get(id)?.partner.origins.includes(origin) ?? false;
}

/** Lets every page of the web load and read responses. */
export const forEveryOrigin: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  context.header('Access-Control-Allow-Origin', '*');
  context.header('Cross-Origin-Resource-Policy', 'cross-origin');
};
