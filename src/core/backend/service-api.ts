import type { Result } from '../result.js';
import { getProfile } from '../service/endpoints.js';
import type { ServiceProfile } from '../service/service-profile.js';
import type { Failure } from './failure.js';
import { type HttpSettings, request } from './http.js';

/** The API that every form needs. Its functions never throw; a failure is a returned value. */
export interface ServiceApi {
  profile(signal?: AbortSignal): Promise<Result<ServiceProfile, Failure>>;
}

/** Fetches the profile of a service over HTTP. */
export const httpServiceApi = (settings: HttpSettings): ServiceApi => ({
  // Revalidated at each load, so that a change of wording is seen at once.
  profile: (signal) =>
    request(settings, getProfile, {
      signal,
      cache: 'no-cache',
      parameters: `&lang=${settings.language ?? ''}`,
    }),
});
