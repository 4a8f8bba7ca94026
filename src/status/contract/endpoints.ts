import { post } from '../../core/contract/endpoint.js';
import { StatusAnswer } from './referral-status.js';

/** The status of a referral, by its reference and the person's date of birth. */
export const lookUpStatus = post('/api/v1/referral-status', StatusAnswer);
