import { answer, oneOf, optional, text } from '../answer-shape.js';
import { emailPattern, phonePattern } from '../patterns.js';
import { question } from '../question.js';

const updates = ['yes', 'no'] as const;

/** How to reach somebody who refers a person close to them. */
export const introducer = question({
  id: 'introducer',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  isAboutReferrer: true,
  fields: [
    { kind: 'text', name: 'name', autocomplete: 'name' },
    { kind: 'text', name: 'phone', type: 'tel', autocomplete: 'tel', width: 'phone' },
    { kind: 'text', name: 'email', type: 'email', autocomplete: 'email' },
    { kind: 'choice', name: 'updates', options: () => updates.map((value) => ({ value })) },
  ],
  answer: answer(
    {
      name: text('introducer.name', 70),
      phone: optional(text('introducer.phone', 35, { pattern: phonePattern })),
      email: optional(
        text('introducer.email', 254, { pattern: emailPattern, missing: 'field.missing' }),
      ),
      updates: oneOf(updates, 'introducer.updates.missing'),
    },
    { needs: 'phone', unless: 'email', missing: 'introducer.phone.missing' },
  ),
});
