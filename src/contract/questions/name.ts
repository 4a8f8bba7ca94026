import * as z from 'zod/mini';
import { question } from '../question.js';
import { text } from '../text.js';

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
  answer: z.strictObject({
    full: text('name.full', 70),
    preferred: z.optional(text('name.preferred', 70, 'field.missing')),
  }),
});
