import { StoredReferral, StoredReferralPage } from './stored-referral.js';

// They need the staff token of a service, and stand apart from the endpoints that pages load.

/** The referrals of a service, newest first. */
export const listReferrals = {
  method: 'GET',
  path: '/api/v1/staff/referrals',
  response: StoredReferralPage,
} as const;

/** One referral. */
export const getReferral = {
  method: 'GET',
  path: '/api/v1/staff/referrals/{reference}',
  response: StoredReferral,
} as const;
