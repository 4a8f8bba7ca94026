import { deskPaths } from './desk-paths.js';
import { StatusAnswer } from './referral-status.js';
import { StoredReferral } from './stored-referral.js';

/** How a referral stands, for whoever knows its reference and the person's date of birth. */
export const lookUpStatus = {
  ...deskPaths.lookUpStatus,
  response: StatusAnswer,
} as const;

/** Says how a referral stands. Needs the staff token. */
export const setReferralStatus = {
  method: 'POST',
  path: '/api/v1/staff/referrals/{reference}/status',
  response: StoredReferral,
} as const;
