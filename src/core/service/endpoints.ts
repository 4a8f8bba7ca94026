import { get } from '../contract/endpoint.js';
import { ServiceProfile } from './service-profile.js';

/** The profile of the service to which the partner in the query parameter `partner` belongs. */
export const getProfile = get('/api/v1/profile', ServiceProfile);
