import { StatusAnswer } from './referral-status.js';

/** The status of a referral, by its reference and the person's date of birth. */
export const lookUpStatus = {
  method: 'POST',
  path: '/api/v1/referral-status',
  response: StatusAnswer,
} as const;
