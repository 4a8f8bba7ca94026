import type { Failure } from '../../core/backend/failure.js';
import { type HttpSettings, request } from '../../core/backend/http.js';
import { readProblem } from '../../core/backend/read-problem.js';
import { type ServiceApi, httpServiceApi } from '../../core/backend/service-api.js';
import type { Result } from '../../core/result.js';
import { lookUpStatus } from '../contract/endpoints.js';
import type { StatusAnswer, StatusRequest } from '../contract/referral-status.js';

/** The API for looking up the status of a referral. Its functions never throw. */
export interface StatusApi extends ServiceApi {
  /** `rejected` if the reference is unknown or the date of birth does not match. */
  lookUp(request: StatusRequest): Promise<Result<StatusAnswer, Failure>>;
}

/** The status API over HTTP. */
export const httpStatusApi = (settings: HttpSettings): StatusApi => ({
  ...httpServiceApi(settings),
  lookUp: (body) => request(settings, lookUpStatus, { body, readProblem }),
});
