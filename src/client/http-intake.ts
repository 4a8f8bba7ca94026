import * as z from 'zod/mini';
import {
  checkCoverage,
  getProfile,
  searchGpPractices,
  sendReferral,
} from '../contract/endpoints.js';
import { Problem, notEligibleType } from '../contract/problem.js';
import { type Result, failed, ok } from '../shared/result.js';
import type { Intake } from './backend.js';
import type { Failure } from './failure.js';

/** Where the backend is, and for which partner it is asked. */
export interface HttpSettings {
  /** Origin of the backend, such as `https://kith.example.org`. */
  readonly endpoint: string;
  readonly partner: string;
  /** Replaces the browser's own, for tests and in-page demonstrations. */
  readonly fetch?: typeof globalThis.fetch;
}

interface Endpoint<Value> {
  readonly method: string;
  readonly path: string;
  readonly response: z.ZodMiniType<Value>;
}

interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly cache?: RequestCache;
  readonly milliseconds: number;
  /** Goes on when the person leaves the page. */
  readonly keepalive?: boolean;
}

const patience = 15_000;

// A referral is worth waiting for on a slow line: somebody has just given ten minutes to it.
const patienceForReferral = 40_000;

/** The adapter that speaks our own contract over HTTP. */
export function httpIntake(settings: HttpSettings): Intake {
  const ask = <Value>(endpoint: Endpoint<Value>, call: Call): Promise<Result<Value, Failure>> =>
    request(settings, endpoint, call);
  return {
    // Asked again at each load, or wording that has just changed would come back as it was.
    profile: (signal) => ask(getProfile, { signal, milliseconds: patience, cache: 'no-cache' }),
    coverage: (postcode, signal) =>
      ask(checkCoverage, { body: { postcode }, signal, milliseconds: patience }),
    gpPractices: (query, signal) =>
      ask(searchGpPractices, { body: { query }, signal, milliseconds: patience }),
    send: (referral, idempotencyKey) =>
      ask(sendReferral, {
        body: referral,
        headers: { 'idempotency-key': idempotencyKey },
        milliseconds: patienceForReferral,
        keepalive: true,
      }),
  };
}

async function request<Value>(
  settings: HttpSettings,
  endpoint: Endpoint<Value>,
  call: Call,
): Promise<Result<Value, Failure>> {
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, call.milliseconds);
  const cancel = (): void => {
    limit.abort();
  };
  if (call.signal?.aborted === true) cancel();
  call.signal?.addEventListener('abort', cancel);
  try {
    const response = await (settings.fetch ?? fetch)(address(settings, endpoint), {
      method: endpoint.method,
      headers: {
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: plainJson(call.body) }),
      cache: call.cache ?? 'default',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      keepalive: call.keepalive ?? false,
      signal: limit.signal,
    });
    return understand(endpoint, response.status, await response.text());
  } catch {
    if (call.signal?.aborted === true) return failed({ kind: 'cancelled' });
    return failed({ kind: limit.signal.aborted ? 'timeout' : 'offline' });
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', cancel);
  }
}

// Past any `toJSON` that an old library of the page has put on arrays.
function plainJson(body: unknown): string {
  return JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, key: string) {
    return this[key];
  });
}

const address = (
  { endpoint, partner }: HttpSettings,
  { path }: { readonly path: string },
): string => `${endpoint}${path}?partner=${encodeURIComponent(partner)}`;

function understand<Value>(
  endpoint: Endpoint<Value>,
  status: number,
  body: string,
): Result<Value, Failure> {
  const json = parseJson(body);
  if (status >= 200 && status < 300) {
    const value = z.safeParse(endpoint.response, json);
    return value.success ? ok(value.data) : failed({ kind: 'unreadable' });
  }
  // 408 and 429 pass by themselves, like trouble at the server.
  if (status >= 500 || status === 408 || status === 429)
    return failed({ kind: 'unavailable', status });
  const problem = z.safeParse(Problem, json);
  const issues = problem.success ? (problem.data.errors ?? []) : [];
  if (status !== 422 || issues.length === 0) return failed({ kind: 'refused', status });
  const isEligibility = problem.success && problem.data.type === notEligibleType;
  return failed({ kind: isEligibility ? 'not-eligible' : 'rejected', issues });
}

function parseJson(body: string): unknown {
  try {
    const json: unknown = JSON.parse(body);
    return json;
  } catch {
    return undefined;
  }
}
