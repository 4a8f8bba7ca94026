import type {
  ActivitySuggestion,
  SuggestionReceipt,
} from '../suggestion/contract/activity-suggestion.js';
import type { Category } from '../directory/contract/directory.js';
import type { StatusAnswer, StatusRequest } from '../status/contract/referral-status.js';
import type { ServiceProfile } from '../core/service/service-profile.js';
import type { Result } from '../core/result.js';
import type { Failure } from '../core/backend/failure.js';

/** The port to what a service answers besides taking referrals. Its functions never throw. */
export interface Desk {
  profile(): Promise<Result<ServiceProfile, Failure>>;
  categories(): Promise<Result<readonly Category[], Failure>>;
  /** How a referral stands; `rejected` where nobody knows it, or the date of birth is another. */
  standing(request: StatusRequest): Promise<Result<StatusAnswer, Failure>>;
  /** Suggests once: the same key with the same suggestion is stored a single time. */
  suggest(
    suggestion: ActivitySuggestion,
    idempotencyKey: string,
  ): Promise<Result<SuggestionReceipt, Failure>>;
}
