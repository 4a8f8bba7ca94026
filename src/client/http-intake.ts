import { notEligibleType } from '../contract/eligibility.js';
import {
  coverage,
  gpPracticePage,
  problem,
  receipt,
  serviceProfile,
} from '../contract/generated/intake-answers.js';
import { intakePaths } from '../contract/intake-paths.js';
import type { Result } from '../shared/result.js';
import type { Intake } from './backend.js';
import type { Failure } from './failure.js';
import { fits } from './fits.js';
import { type Call, type Endpoint, type HttpSettings, request } from './http.js';

// A referral is worth waiting for on a slow line: somebody has just given ten minutes to it.
const patienceForReferral = 40_000;

/** The adapter that speaks our own contract over HTTP. */
export function httpIntake(settings: HttpSettings): Intake {
  const { getProfile, checkCoverage, searchGpPractices, sendReferral } = intakePaths;
  const ask = <Value>(endpoint: Endpoint, call: Call<Value>): Promise<Result<Value, Failure>> =>
    request(settings, endpoint, { ...call, readProblem });
  return {
    // Asked again at each load, or wording that has just changed would come back as it was.
    profile: (signal) =>
      ask(getProfile, {
        shape: serviceProfile,
        signal,
        cache: 'no-cache',
        more: `&lang=${settings.language ?? ''}`,
      }),
    coverage: (asked, signal) => ask(checkCoverage, { shape: coverage, body: asked, signal }),
    gpPractices: (query, signal) =>
      ask(searchGpPractices, { shape: gpPracticePage, body: { query }, signal }),
    send: (referral, idempotencyKey) =>
      ask(sendReferral, {
        shape: receipt,
        body: referral,
        headers: { 'idempotency-key': idempotencyKey },
        milliseconds: patienceForReferral,
        keepalive: true,
      }),
  };
}

/** What is wrong, out of the body of a refusal. */
export function readProblem(json: unknown): Failure | undefined {
  if (!fits(problem, json)) return undefined;
  const { type, errors: issues = [] } = json;
  if (issues.length === 0) return undefined;
  return { kind: type === notEligibleType ? 'not-eligible' : 'rejected', issues };
}
