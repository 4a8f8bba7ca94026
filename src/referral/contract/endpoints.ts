import { Coverage } from './coverage.js';
import { GpPracticePage } from './gp-practice.js';
import { Receipt } from './receipt.js';

// All of them take the query parameter `partner`, which decides the service.

/** Whether the service covers a postcode. */
export const checkCoverage = {
  method: 'POST',
  path: '/api/v1/coverage',
  response: Coverage,
} as const;

/** GP practices whose name or address fits. */
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
