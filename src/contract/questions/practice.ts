import * as z from 'zod/mini';
import { question } from '../question.js';
import { text } from '../text.js';

const statuses = ['registered', 'not-sure', 'none'] as const;

/** The person's GP practice: one of the list, one typed by hand, not sure, or none. */
export const practice = question({
  id: 'practice',
  section: 'you',
  mode: 'required',
  fields: [
    {
      kind: 'choice',
      name: 'status',
      isTitle: true,
      options: () => statuses.map((value) => ({ value })),
    },
    { kind: 'practice', name: 'name', when: (raw) => raw['status'] === 'registered' },
  ],
  answer: z
    .strictObject({
      status: z.enum(statuses, 'practice.status.missing'),
      name: z.optional(text('practice.name', 150)),
      /** ODS code, when the practice was picked from the list. */
      code: z.optional(z.string().check(z.regex(/^[A-Z0-9]{3,10}$/, 'field.shape'))),
    })
    .check(
      z.refine((answer) => answer.status !== 'registered' || answer.name !== undefined, {
        path: ['name'],
        error: 'practice.name.missing',
      }),
    ),
});
