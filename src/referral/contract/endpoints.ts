import { Coverage } from './coverage.js';
import { GpPracticePage } from './gp-practice.js';
import { Receipt } from './receipt.js';

// The query parameter `partner` decides the service.

/** Whether the service covers a postcode. */
export const checkCoverage = {
  method: 'POST',
  path: '/api/v1/coverage',
  response: Coverage,
} as const;

/** Searches for GP practices by name or address. */
export const searchGpPractices = {
  method: 'POST',
  path: '/api/v1/gp-practices/search',
  response: GpPracticePage,
} as const;

/** Stores a referral, once for each `Idempotency-Key`. */
export const sendReferral = {
  method: 'POST',
  path: '/api/v1/referrals',
  response: Receipt,
} as const;
