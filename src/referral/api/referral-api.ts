import type { Coverage, CoverageRequest } from '../contract/coverage.js';
import type { GpPracticePage } from '../contract/gp-practice.js';
import type { Receipt } from '../contract/receipt.js';
import type { Referral } from '../contract/referral.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';
import type { Result } from '../../core/result.js';
import type { Failure } from '../../core/backend/failure.js';

/** The port to whatever takes referrals. Its functions never throw; a failure is a returned value. */
export interface Intake {
  profile(signal?: AbortSignal): Promise<Result<ServiceProfile, Failure>>;
  coverage(asked: CoverageRequest, signal?: AbortSignal): Promise<Result<Coverage, Failure>>;
  gpPractices(query: string, signal?: AbortSignal): Promise<Result<GpPracticePage, Failure>>;
  /** Sends once: the same key with the same referral is stored a single time. */
  send(referral: Referral, idempotencyKey: string): Promise<Result<Receipt, Failure>>;
}
