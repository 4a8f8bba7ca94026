import * as z from 'zod/mini';
import { text } from '../../../../core/contract/fields.js';
import { question } from '../question.js';

/** The answer to the question, as it is sent. */
export const NameAnswer = z.strictObject({
  full: text('name.full', 70),
  preferred: z.optional(text('name.preferred', 70, { missing: 'field.missing' })),
});

/** Full name and what to call the person; at most 70 characters each (PRSB Social Prescribing v1.1, “Person name”). */
export const name = question({
  id: 'name',
  section: 'you',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'text', name: 'full', autocomplete: 'name' },
    { kind: 'text', name: 'preferred', autocomplete: 'nickname', optional: true },
  ],
  answer: NameAnswer,
});
