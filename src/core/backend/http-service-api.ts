import { getProfile } from '../service/endpoints.js';
import type { ServiceApi } from '../service/service-api.js';
import { type HttpSettings, request } from './http.js';

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
