import { type HttpSettings, request } from '../../core/backend/http.js';
import { httpServiceApi } from '../../core/backend/http-service-api.js';
import { readProblem } from '../../core/backend/read-problem.js';
import { lookUpStatus } from '../contract/endpoints.js';
import type { StatusApi } from './status-api.js';

/** The status API over HTTP. */
export const httpStatusApi = (settings: HttpSettings): StatusApi => ({
  ...httpServiceApi(settings),
  lookUp: (body) => request(settings, lookUpStatus, { body, readProblem }),
});
