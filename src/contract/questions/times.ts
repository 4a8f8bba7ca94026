import * as z from 'zod/mini';
import { answerTo } from '../answer-to.js';
import { question } from '../question.js';
import { text } from '../text.js';
import { contact } from './contact.js';

const parts = ['morning', 'afternoon', 'evening'] as const;

/** When it suits the person to be called or texted. */
export const times = question({
  id: 'times',
  section: 'contact',
  mode: 'optional',
  applies: ({ answers }) =>
    answerTo(contact, answers)?.ways.some((way) => way === 'phone' || way === 'text') ?? false,
  fields: [
    {
      kind: 'choices',
      name: 'choices',
      isTitle: true,
      optional: true,
      options: () => parts.map((value) => ({ value })),
    },
    { kind: 'text', name: 'note', optional: true },
  ],
  answer: z
    .strictObject({
      choices: z.optional(z.array(z.enum(parts, 'field.shape')).check(z.maxLength(parts.length))),
      note: z.optional(text('times.note', 150, 'field.missing')),
    })
    .check(
      z.refine((answer) => (answer.choices?.length ?? 0) > 0 || answer.note !== undefined, {
        path: ['choices'],
        error: 'times.choices.missing',
      }),
    ),
});
