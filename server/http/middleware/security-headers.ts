import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../route.js';

/** Default headers of every response: no content sniffing, no framing and no loading by other sites. */
export const securityHeaders: MiddlewareHandler<Env> = secureHeaders({
  overwrite: false,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
  // These apply to every page of a host, so the administrator of the host decides about them.
  strictTransportSecurity: false,
  originAgentCluster: false,
  crossOriginOpenerPolicy: false,
});

/** Keeps every response out of caches unless its route allows caching. */
export const noStore: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
};
