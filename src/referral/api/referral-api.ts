import type { Failure } from '../../core/backend/failure.js';
import { type HttpSettings, request } from '../../core/backend/http.js';
import { readProblem } from '../../core/backend/read-problem.js';
import { type ServiceApi, httpServiceApi } from '../../core/backend/service-api.js';
import type { Result } from '../../core/result.js';
import type { Coverage, CoverageRequest } from '../contract/coverage.js';
import { checkCoverage, searchGpPractices, sendReferral } from '../contract/endpoints.js';
import type { GpPracticePage } from '../contract/gp-practice.js';
import type { Receipt } from '../contract/receipt.js';
import type { Referral } from '../contract/referral.js';

/** The API for sending referrals. Its functions never throw; a failure is a returned value. */
export interface ReferralApi extends ServiceApi {
  coverage(asked: CoverageRequest, signal?: AbortSignal): Promise<Result<Coverage, Failure>>;
  gpPractices(query: string, signal?: AbortSignal): Promise<Result<GpPracticePage, Failure>>;
  /** A referral that is sent again with the same key is stored only once. */
  send(referral: Referral, idempotencyKey: string): Promise<Result<Receipt, Failure>>;
}

// Longer than usual: on a slow connection, ten minutes of typing should not be lost to a timeout.
const referralTimeout = 40_000;

/** The referral API over HTTP. */
export const httpReferralApi = (settings: HttpSettings): ReferralApi => ({
  ...httpServiceApi(settings),
  coverage: (body, signal) => request(settings, checkCoverage, { body, signal, readProblem }),
  gpPractices: (query, signal) =>
    request(settings, searchGpPractices, { body: { query }, signal, readProblem }),
  send: (body, idempotencyKey) =>
    request(settings, sendReferral, {
      body,
      headers: { 'idempotency-key': idempotencyKey },
      timeout: referralTimeout,
      keepalive: true,
      readProblem,
    }),
});
