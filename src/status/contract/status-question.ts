import { question } from '../../referral/contract/questions/question.js';
import { StatusRequest } from './referral-status.js';

/**
 * What a person enters to look up the status of a referral: its reference, and the date of birth of the person who was
 * referred. It is not part of a referral, but is asked and read in the same way.
 */
export const statusQuestion = question({
  id: 'status',
  section: 'you',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'text', name: 'reference', width: 'phone' },
    { kind: 'date', name: 'birth' },
  ],
  answer: StatusRequest,
});
