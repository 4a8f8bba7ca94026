import * as z from 'zod/mini';
import { question } from '../question.js';

const ways = ['phone', 'text', 'email', 'letter', 'none'] as const;

/** The answer to it, as it is sent. */
export const ContactAnswer = z.strictObject({
  ways: z.array(z.enum(ways), 'contact.ways.missing').check(
    z.minLength(1, 'contact.ways.missing'),
    z.maxLength(ways.length, 'contact.ways.missing'),
    z.refine((chosen) => !chosen.includes('none') || chosen.length === 1, 'contact.ways.clash'),
  ),
});

/** How a person wants to be reached. `none` is a real answer: they cannot give a phone or an email. */
export const contact = question({
  id: 'contact',
  section: 'contact',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choices',
      name: 'ways',
      isTitle: true,
      options: () => ways.map((value) => ({ value, exclusive: value === 'none' })),
    },
  ],
  answer: ContactAnswer,
});
