import { ServiceProfile } from './service-profile.js';

/** The profile of the service to which the partner in the query parameter `partner` belongs. */
export const getProfile = {
  method: 'GET',
  path: '/api/v1/profile',
  response: ServiceProfile,
} as const;
