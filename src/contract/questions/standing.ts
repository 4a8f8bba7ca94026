import { answer, date, text } from '../answer-shape.js';
import { question } from '../question.js';

/**
 * What whoever wants to know how a referral stands has to know: its reference, and the date of birth of the person
 * who was referred. No question of a referral, but asked and read as they are.
 */
export const standing = question({
  id: 'status',
  section: 'you',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'text', name: 'reference', width: 'phone' },
    { kind: 'date', name: 'birth' },
  ],
  answer: answer({
    reference: {
      ...text('status.reference', 40, { pattern: /^[A-Z0-9]{8}$/ }),
      tidy: 'reference',
      long: 'status.reference.shape',
    },
    birth: date('status.birth.real'),
  }),
});
