import type * as z from 'zod/mini';
import { notEligibleType } from '../contract/eligibility.js';
import {
  checkCoverage,
  getProfile,
  searchGpPractices,
  sendReferral,
} from '../contract/endpoints.js';
import { Problem } from '../../core/contract/problem.js';
import type { Result } from '../../core/result.js';
import type { Intake } from './referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { type Call, type Endpoint, type HttpSettings, request } from '../../core/backend/http.js';

// A referral is worth waiting for on a slow line: somebody has just given ten minutes to it.
const patienceForReferral = 40_000;

/** The adapter that speaks our own contract over HTTP. */
export function httpIntake(settings: HttpSettings): Intake {
  const ask = <Schema extends z.ZodMiniType>(
    endpoint: Endpoint<Schema>,
    call: Call,
  ): Promise<Result<z.output<Schema>, Failure>> =>
    request(settings, endpoint, { ...call, readProblem });
  return {
    // Asked again at each load, or wording that has just changed would come back as it was.
    profile: (signal) =>
      ask(getProfile, {
        signal,
        cache: 'no-cache',
        more: `&lang=${settings.language ?? ''}`,
      }),
    coverage: (asked, signal) => ask(checkCoverage, { body: asked, signal }),
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

/** What is wrong, out of the body of a refusal. */
export function readProblem(json: unknown): Failure | undefined {
  const problem = Problem.safeParse(json);
  if (!problem.success) return undefined;
  const { type, errors: issues = [] } = problem.data;
  if (issues.length === 0) return undefined;
  return { kind: type === notEligibleType ? 'not-eligible' : 'rejected', issues };
}
