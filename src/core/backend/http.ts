import type * as z from 'zod/mini';
import { type Result, failed, ok } from '../result.js';
import type { Failure } from './failure.js';

/** The backend, and the partner for whom requests are made. */
export interface HttpSettings {
  /** Origin of the backend, such as `https://kith.example.org`. */
  readonly endpoint: string;
  readonly partner: string;
  /** Language (BCP 47) of a service's wording; without it, the service's own language. */
  readonly language?: string;
  /** Replaces the browser's `fetch`, for tests and in-page demonstrations. */
  readonly fetch?: typeof globalThis.fetch;
}

/** The method, path and response schema of an endpoint. */
export interface Endpoint<Schema extends z.ZodMiniType = z.ZodMiniType> {
  readonly method: string;
  readonly path: string;
  readonly response: Schema;
}

const defaultTimeout = 15_000;

/** The options of one request. */
export interface RequestOptions {
  /** Further query parameters, each after `&`; never personal data. */
  readonly parameters?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache;
  /** Milliseconds to wait for the response. */
  readonly timeout?: number;
  /** Reads the failure from the body of a 422 response. */
  readonly readProblem?: (json: unknown) => Failure | undefined;
  /** Continues the request when the person leaves the page. */
  readonly keepalive?: boolean;
}

/** Sends a request to the backend. Never throws; errors are returned as a failure. */
export async function request<Schema extends z.ZodMiniType>(
  settings: HttpSettings,
  endpoint: Endpoint<Schema>,
  options: RequestOptions = {},
): Promise<Result<z.output<Schema>, Failure>> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, options.timeout ?? defaultTimeout);
  const cancel = (): void => {
    limit.abort();
  };
  if (options.signal?.aborted === true) cancel();
  options.signal?.addEventListener('abort', cancel);
  try {
    const response = await (settings.fetch ?? fetch)(
      address(settings, endpoint, options.parameters),
      {
        method: endpoint.method,
        headers: {
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...options.headers,
        },
        body: options.body === undefined ? null : plainJson(options.body),
        cache: options.cache ?? 'default',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        keepalive: options.keepalive ?? false,
        signal: limit.signal,
      },
    );
    return readResponse(response.status, await response.text(), endpoint.response, options);
  } catch {
    if (options.signal?.aborted === true) return failed({ kind: 'cancelled' });
    return failed({ kind: limit.signal.aborted ? 'timeout' : 'offline' });
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', cancel);
  }
}

// Ignores any `toJSON` that an old library of the page has added to arrays.
function plainJson(body: unknown): string {
  return JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, key: string) {
    return this[key];
  });
}

/** The address of an endpoint for this partner, whose id needs no escaping: see `resolveSettings`. */
export const address = (
  { endpoint, partner }: HttpSettings,
  { path }: Pick<Endpoint, 'path'>,
  parameters = '',
): string => `${endpoint}${path}?partner=${partner}${parameters}`;

function readResponse<Schema extends z.ZodMiniType>(
  status: number,
  body: string,
  schema: Schema,
  { readProblem }: RequestOptions,
): Result<z.output<Schema>, Failure> {
  const json = parseJson(body);
  if (status >= 200 && status < 300) {
    // The schema removes fields that only a newer backend sends.
    const answer = schema.safeParse(json);
    return answer.success ? ok(answer.data) : failed({ kind: 'unreadable' });
  }
  // 408 and 429 are temporary, as server errors are.
  if (status >= 500 || status === 408 || status === 429)
    return failed({ kind: 'unavailable', status });
  return failed((status === 422 ? readProblem?.(json) : undefined) ?? { kind: 'refused', status });
}

function parseJson(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return json;
  } catch {
    return undefined;
  }
}
