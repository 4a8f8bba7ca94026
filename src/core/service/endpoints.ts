import { get } from '../contract/endpoint.js';
import { ServiceProfile } from './service-profile.js';

/** The profile of the service for the partner in the query parameter `partner`. */
export const getProfile = get('/api/v1/profile', ServiceProfile);
