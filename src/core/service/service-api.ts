import type { Failure } from '../backend/failure.js';
import type { Result } from '../result.js';
import type { ServiceProfile } from './service-profile.js';

/** The port that every form needs. Its functions never throw; a failure is a returned value. */
export interface ServiceApi {
  profile(signal?: AbortSignal): Promise<Result<ServiceProfile, Failure>>;
}
