import { question } from '../../referral/contract/questions/question.js';
import { StatusRequest } from './referral-status.js';

/**
 * What whoever wants to know how a referral stands has to know: its reference, and the date of birth of the person
 * who was referred. No question of a referral, but asked and read as they are.
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
