import type { Coverage, CoverageRequest } from '../contract/coverage.js';
import type { GpPracticePage } from '../contract/gp-practice.js';
import type { Receipt } from '../contract/receipt.js';
import type { Referral } from '../contract/referral.js';
import type { ServiceApi } from '../../core/service/service-api.js';
import type { Result } from '../../core/result.js';
import type { Failure } from '../../core/backend/failure.js';

/** The port for sending referrals. Its functions never throw; a failure is a returned value. */
export interface ReferralApi extends ServiceApi {
  coverage(asked: CoverageRequest, signal?: AbortSignal): Promise<Result<Coverage, Failure>>;
  gpPractices(query: string, signal?: AbortSignal): Promise<Result<GpPracticePage, Failure>>;
  /** A referral that is sent again with the same key is stored only once. */
  send(referral: Referral, idempotencyKey: string): Promise<Result<Receipt, Failure>>;
}
