import type { Context, MiddlewareHandler } from 'hono';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import type { ServiceContext } from '../settings/service-context.js';

/** What earlier steps of answering a request leave for later ones. */
export interface Env {
  readonly Variables: {
    /** Names the request in logs and to the caller. */
    requestId: string;
    /** The pattern that the path fits, for logs: a path itself could hold anything. */
    pattern: string;
    serviceContext: ServiceContext | undefined;
    /** The service whose staff asks. */
    staffOf: ServiceEntry | undefined;
  };
}

/** One thing that can be asked for. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As the contract writes it, `/api/v1/staff/referrals/{reference}`; `/*` at the end takes all below. */
  readonly path: string;
  readonly guards?: readonly MiddlewareHandler<Env>[];
  readonly handle: (context: Context<Env>) => Response | Promise<Response>;
}
