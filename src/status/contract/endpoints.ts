import { StatusAnswer } from './referral-status.js';

/** How a referral stands, for whoever knows its reference and the person's date of birth. */
export const lookUpStatus = {
  method: 'POST',
  path: '/api/v1/referral-status',
  response: StatusAnswer,
} as const;
