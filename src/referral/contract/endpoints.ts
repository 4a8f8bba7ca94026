import { post } from '../../core/contract/endpoint.js';
import { Coverage } from './coverage.js';
import { GpPracticePage } from './gp-practice.js';
import { Receipt } from './receipt.js';

// The query parameter `partner` decides the service.

/** Whether the service covers a postcode. */
export const checkCoverage = post('/api/v1/coverage', Coverage);

/** Searches for GP practices by name or address. */
export const searchGpPractices = post('/api/v1/gp-practices/search', GpPracticePage);

/** Stores a referral, once for each `Idempotency-Key`. */
export const sendReferral = post('/api/v1/referrals', Receipt);
