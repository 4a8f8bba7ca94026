import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { optionsOf, question } from '../question.js';

const statuses = ['registered', 'not-sure', 'none'] as const;

/** The answer to the question, as it is sent. */
export const PracticeAnswer = z
  .strictObject({
    status: z.enum(statuses, 'practice.status.missing'),
    name: z.optional(text('practice.name', 150)),
    /** ODS code, when the practice was picked from the list. */
    code: z.optional(z.string().check(z.regex(/^[A-Z0-9]{3,10}$/))),
  })
  .check(
    z.refine(({ status, name }) => status !== 'registered' || name !== undefined, {
      path: ['name'],
      error: 'practice.name.missing',
    }),
  );

/** The person's GP practice: one of the list, one typed by hand, not sure, or none. */
export const practice = question({
  id: 'practice',
  section: 'you',
  mode: 'required',
  fields: [
    { kind: 'choice', name: 'status', isTitle: true, options: optionsOf(statuses) },
    { kind: 'practice', name: 'name', when: (raw) => raw['status'] === 'registered' },
  ],
  answer: PracticeAnswer,
});
