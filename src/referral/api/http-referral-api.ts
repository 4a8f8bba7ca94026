import type * as z from 'zod/mini';
import { checkCoverage, searchGpPractices, sendReferral } from '../contract/endpoints.js';
import { httpServiceApi } from '../../core/backend/http-service-api.js';
import { readProblem } from '../../core/backend/read-problem.js';
import type { Result } from '../../core/result.js';
import type { ReferralApi } from './referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import {
  type RequestOptions,
  type Endpoint,
  type HttpSettings,
  request,
} from '../../core/backend/http.js';

// Longer than usual: on a slow connection, ten minutes of typing should not be lost to a timeout.
const referralTimeout = 40_000;

/** The referral API over HTTP. */
export function httpReferralApi(settings: HttpSettings): ReferralApi {
  const call = <Schema extends z.ZodMiniType>(
    endpoint: Endpoint<Schema>,
    options: RequestOptions,
  ): Promise<Result<z.output<Schema>, Failure>> =>
    request(settings, endpoint, { ...options, readProblem });
  return {
    ...httpServiceApi(settings),
    coverage: (asked, signal) => call(checkCoverage, { body: asked, signal }),
    gpPractices: (query, signal) => call(searchGpPractices, { body: { query }, signal }),
    send: (referral, idempotencyKey) =>
      call(sendReferral, {
        body: referral,
        headers: { 'idempotency-key': idempotencyKey },
        timeout: referralTimeout,
        keepalive: true,
      }),
  };
}
