import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { optionsOf, question } from '../question.js';

// The kinds of the NHS Accessible Information Standard that a link worker can arrange.
const formats = [
  'easy-read',
  'large-print',
  'braille',
  'audio',
  'sign-language',
  'relay',
  'someone-with-me',
] as const;

/** The answer to the question, as it is sent. */
export const SupportAnswer = z.strictObject({
  language: z.optional(text('support.language', 60)),
  interpreter: z.optional(z.enum(['yes'])),
  formats: z.optional(z.array(z.enum(formats)).check(z.maxLength(formats.length))),
  access: z.optional(text('support.access', 150, { missing: 'field.missing' })),
});

/** Language, communication and access needs (PRSB Social Prescribing v1.1, “Individual requirements”). */
export const support = question({
  id: 'support',
  section: 'contact',
  mode: 'optional',
  fields: [
    { kind: 'text', name: 'language', optional: true },
    { kind: 'tick', name: 'interpreter' },
    { kind: 'choices', name: 'formats', optional: true, options: optionsOf(formats) },
    { kind: 'text', name: 'access', optional: true },
  ],
  answer: SupportAnswer,
});
