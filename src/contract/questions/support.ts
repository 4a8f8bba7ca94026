import { answer, list, oneOf, optional, text } from '../answer-shape.js';
import { question } from '../question.js';

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

/** Language, communication and access needs (PRSB Social Prescribing v1.1, “Individual requirements”). */
export const support = question({
  id: 'support',
  section: 'contact',
  mode: 'optional',
  fields: [
    { kind: 'text', name: 'language', optional: true },
    { kind: 'tick', name: 'interpreter' },
    {
      kind: 'choices',
      name: 'formats',
      optional: true,
      options: () => formats.map((value) => ({ value })),
    },
    { kind: 'text', name: 'access', optional: true },
  ],
  answer: answer({
    language: optional(text('support.language', 60)),
    interpreter: optional(oneOf(['yes'])),
    formats: optional(list(oneOf(formats), formats.length)),
    access: optional(text('support.access', 150, { missing: 'field.missing' })),
  }),
});
