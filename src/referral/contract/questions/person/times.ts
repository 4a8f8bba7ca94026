import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { optionsOf, question } from '../question.js';

const parts = ['morning', 'afternoon', 'evening'] as const;

/** The answer to the question, as it is sent. */
export const TimesAnswer = z
  .strictObject({
    choices: z.optional(z.array(z.enum(parts)).check(z.maxLength(parts.length))),
    note: z.optional(text('times.note', 150, { missing: 'field.missing' })),
  })
  .check(
    z.refine(({ choices = [], note }) => choices.length > 0 || note !== undefined, {
      path: ['choices'],
      error: 'times.choices.missing',
    }),
  );

/** When it suits the person to be called or texted. */
export const times = question({
  id: 'times',
  section: 'contact',
  mode: 'optional',
  applies: ({ answers }) =>
    answers.contact?.ways.some((way) => way === 'phone' || way === 'text') ?? false,
  fields: [
    { kind: 'choices', name: 'choices', isTitle: true, optional: true, options: optionsOf(parts) },
    { kind: 'text', name: 'note', optional: true },
  ],
  answer: TimesAnswer,
});
