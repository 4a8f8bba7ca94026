import { answer, optional, text } from '../answer-shape.js';
import { question } from '../question.js';

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
  answer: answer({
    full: text('name.full', 70),
    preferred: optional(text('name.preferred', 70, { missing: 'field.missing' })),
  }),
});
