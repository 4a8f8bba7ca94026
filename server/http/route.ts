import type { Context, MiddlewareHandler } from 'hono';
import type { ServiceEntry } from '../settings/deployment-schema.js';
import type { ServiceContext } from '../settings/service-context.js';

/** Values that middleware sets for later steps of a request. */
export interface Env {
  readonly Variables: {
    /** The id of the request in logs and for the client. */
    requestId: string;
    /** The pattern that matches the path, for logs: the path itself could contain anything. */
    pattern: string;
    serviceContext: ServiceContext | undefined;
    /** The service whose staff sends the request. */
    staffOf: ServiceEntry | undefined;
  };
}

/** An endpoint. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As in the contract, `/api/v1/staff/referrals/{reference}`; `/*` at the end matches everything below. */
  readonly path: string;
  readonly guards?: readonly MiddlewareHandler<Env>[];
  readonly handle: (context: Context<Env>) => Response | Promise<Response>;
}
