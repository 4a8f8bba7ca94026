import type { Context, MiddlewareHandler } from 'hono';
import { timingSafeEqual } from 'hono/utils/buffer';
import type { ServiceEntry } from '../../settings/deployment-schema.js';
import type { ServiceContext } from '../../settings/service-context.js';
import { problem, refuse } from '../responses/problem.js';
import type { Env } from '../route.js';

/** The ids of partners in the address of a request; a valid address has exactly one. */
export const partnerIdsIn = (context: Context<Env>): readonly string[] =>
  context.req.queries('partner') ?? [];

/** Finds the partner named in the address, and with it the service. */
export const requirePartner =
  (serviceContexts: ReadonlyMap<string, ServiceContext>): MiddlewareHandler<Env> =>
  async (context, next) => {
    const ids = partnerIdsIn(context);
    const [id] = ids;
    if (id === undefined || id === '' || ids.length > 1)
      return problem(400, { detail: 'Name one partner in the address: ?partner=…' });
    const serviceContext = serviceContexts.get(id);
    if (!serviceContext)
      return problem(404, {
        detail: 'No partner has this id. The service gives each partner its id.',
      });
    context.set('serviceContext', serviceContext);
    return next();
  };

/** The partner, and with it the service, of a request that has passed `requirePartner`. */
export const serviceContextOf = (context: Context<Env>): ServiceContext =>
  context.get('serviceContext') ?? refuse(404);

/** The staff token of each service, by the id of the service. */
export type StaffTokens = ReadonlyMap<string, string>;

/**
 * Accepts requests of staff, who send the token of their service. Hono's `bearerAuth` is not used: it rejects
 * characters that tokens in the settings may have, and answers 400 to a malformed header.
 */
export const requireStaff =
  (services: readonly ServiceEntry[], tokens: StaffTokens): MiddlewareHandler<Env> =>
  async (context, next) => {
    const token = /^Bearer +([\x21-\x7e]+) *$/i.exec(
      context.req.header('Authorization') ?? '',
    )?.[1];
    const service = token === undefined ? undefined : await serviceOf(token, services, tokens);
    if (!service)
      return problem(401, {
        detail: 'Send the token of a service: Authorization: Bearer …',
        headers: { 'WWW-Authenticate': 'Bearer realm="staff"' },
      });
    context.set('staffOf', service);
    return next();
  };

/** The service whose staff sends a request that has passed `requireStaff`. */
export const staffServiceOf = (context: Context<Env>): ServiceEntry =>
  context.get('staffOf') ?? refuse(404);

// Compares with every token, so that the time taken does not reveal which services exist.
async function serviceOf(
  token: string,
  services: readonly ServiceEntry[],
  tokens: StaffTokens,
): Promise<ServiceEntry | undefined> {
  const matches = await Promise.all(
    services.map(({ id }) => timingSafeEqual(token, tokens.get(id) ?? '')),
  );
  return services.find((_, index) => matches[index]);
}
