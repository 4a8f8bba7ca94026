import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../route.js';

/** Headers that every response carries unless its route sets them: it is neither sniffed, framed nor loaded elsewhere. */
export const securityHeaders: MiddlewareHandler<Env> = secureHeaders({
  overwrite: false,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
  // These hold for every page of a host, so they are for whoever runs the host to decide.
  strictTransportSecurity: false,
  originAgentCluster: false,
  crossOriginOpenerPolicy: false,
});

/** Keeps every response out of caches unless its route says otherwise. */
export const noStore: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  if (!context.res.headers.has('Cache-Control')) context.header('Cache-Control', 'no-store');
};
