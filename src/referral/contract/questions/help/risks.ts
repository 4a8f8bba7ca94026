import * as z from 'zod/mini';
import { longText } from '../../../../core/contract/fields.js';
import { optionsOf, question } from '../question.js';

const known = ['none', 'yes'] as const;
const max = 500;

/** The answer to the question, as it is sent. */
export const RisksAnswer = z
  .strictObject({
    known: z.enum(known, 'risks.known.missing'),
    text: z.optional(longText('risks.text', max)),
  })
  .check(
    z.refine((answer) => answer.known !== 'yes' || answer.text !== undefined, {
      path: ['text'],
      error: 'risks.text.missing',
    }),
  );

/** Risks to know of before a visit; “no known risks” is an answer: PRSB Social Prescribing v1.1, “Risks”. */
export const risks = question({
  id: 'risks',
  section: 'help',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'choice', name: 'known', isTitle: true, options: optionsOf(known) },
    { kind: 'longText', name: 'text', max, when: (raw) => raw['known'] === 'yes' },
  ],
  answer: RisksAnswer,
});
