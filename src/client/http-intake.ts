import {
  checkCoverage,
  getProfile,
  searchGpPractices,
  sendReferral,
} from '../contract/endpoints.js';
import * as z from 'zod/mini';
import { Problem, notEligibleType } from '../contract/problem.js';
import type { Result } from '../shared/result.js';
import type { Intake } from './backend.js';
import type { Failure } from './failure.js';
import { type Call, type Endpoint, type HttpSettings, request } from './http.js';

interface Answered<Value> extends Endpoint {
  readonly response: z.ZodMiniType<Value>;
}

// A referral is worth waiting for on a slow line: somebody has just given ten minutes to it.
const patienceForReferral = 40_000;

/** The adapter that speaks our own contract over HTTP. */
export function httpIntake(settings: HttpSettings): Intake {
  const ask = <Value>(
    endpoint: Answered<Value>,
    call: Omit<Call<Value>, 'read'>,
  ): Promise<Result<Value, Failure>> =>
    request(settings, endpoint, {
      ...call,
      read: (json) => z.safeParse(endpoint.response, json).data,
      readProblem,
    });
  return {
    // Asked again at each load, or wording that has just changed would come back as it was.
    profile: (signal) => ask(getProfile, { signal, cache: 'no-cache' }),
    coverage: (postcode, signal) => ask(checkCoverage, { body: { postcode }, signal }),
    gpPractices: (query, signal) => ask(searchGpPractices, { body: { query }, signal }),
    send: (referral, idempotencyKey) =>
      ask(sendReferral, {
        body: referral,
        headers: { 'idempotency-key': idempotencyKey },
        milliseconds: patienceForReferral,
        keepalive: true,
      }),
  };
}

function readProblem(json: unknown): Failure | undefined {
  const problem = z.safeParse(Problem, json);
  const issues = problem.data?.errors ?? [];
  if (issues.length === 0) return undefined;
  return { kind: problem.data?.type === notEligibleType ? 'not-eligible' : 'rejected', issues };
}
