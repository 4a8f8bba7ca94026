import { Coverage } from './coverage.js';
import { GpPracticePage } from './gp-practice.js';
import { intakePaths } from './intake-paths.js';
import { Receipt } from './receipt.js';
import { StoredReferral, StoredReferralPage } from './stored-referral.js';
import { ServiceProfile } from './service-profile.js';

// All of them but the staff's take the query parameter `partner`, which decides the service.

/** What a form needs to know of the service. */
export const getProfile = {
  ...intakePaths.getProfile,
  response: ServiceProfile,
} as const;

/** Whether the service covers a postcode. */
export const checkCoverage = {
  ...intakePaths.checkCoverage,
  response: Coverage,
} as const;

/** GP practices whose name or address fits. */
export const searchGpPractices = {
  ...intakePaths.searchGpPractices,
  response: GpPracticePage,
} as const;

/** Stores a referral, once for each `Idempotency-Key`. */
export const sendReferral = {
  ...intakePaths.sendReferral,
  response: Receipt,
} as const;

/** The referrals of a service, newest first. Needs the staff token. */
export const listReferrals = {
  method: 'GET',
  path: '/api/v1/staff/referrals',
  response: StoredReferralPage,
} as const;

/** One referral. Needs the staff token. */
export const getReferral = {
  method: 'GET',
  path: '/api/v1/staff/referrals/{reference}',
  response: StoredReferral,
} as const;
