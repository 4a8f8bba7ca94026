import type { MiddlewareHandler } from 'hono';
import type { Env } from '../route.js';

/** What is logged of a request: nothing about the sender or the content. */
export interface RequestEntry {
  readonly id: string;
  readonly method: string;
  /** The pattern of the path; the path itself could contain anything. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly service?: string;
  readonly partner?: string;
}

/** What is logged of an unexpected error: its message could quote what was sent. */
export interface ErrorEntry {
  readonly id: string;
  readonly route: string;
  readonly name: string;
  readonly code: string;
  /** For administrators, in words, such as that the disk is full. */
  readonly reason?: string;
}

/** The log of the backend. */
export interface Log {
  request(entry: RequestEntry): void;
  error(entry: ErrorEntry): void;
}

const knownMethods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

/** Gives each request an id and logs one line about it. */
export const logRequests =
  (log: Log): MiddlewareHandler<Env> =>
  async (context, next) => {
    const start = performance.now();
    const id = crypto.randomUUID();
    context.set('requestId', id);
    context.set('pattern', 'unknown');
    await next();
    context.res.headers.set('X-Request-Id', id);
    const serviceContext = context.get('serviceContext');
    const service = serviceContext?.service.id ?? context.get('staffOf')?.id;
    log.request({
      id,
      method: knownMethods.includes(context.req.method) ? context.req.method : 'other',
      route: context.get('pattern'),
      status: context.res.status,
      milliseconds: Math.round((performance.now() - start) * 10) / 10,
      ...(service === undefined ? {} : { service }),
      ...(serviceContext === undefined ? {} : { partner: serviceContext.partner.id }),
    });
  };

/** The name and code of anything that was thrown. */
export function describeError(error: unknown): { readonly name: string; readonly code: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: '' };
  const code: unknown = Reflect.get(error, 'code');
  return { name: error.name, code: typeof code === 'string' ? code : '' };
}
