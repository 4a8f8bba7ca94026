import type { Failure } from '../../core/backend/failure.js';
import type { Result } from '../../core/result.js';
import type { ServiceApi } from '../../core/service/service-api.js';
import type { StatusAnswer, StatusRequest } from '../contract/referral-status.js';

/** The port for looking up the status of a referral. Its functions never throw. */
export interface StatusApi extends ServiceApi {
  /** `rejected` if the reference is unknown or the date of birth does not match. */
  lookUp(request: StatusRequest): Promise<Result<StatusAnswer, Failure>>;
}
