import * as z from 'zod/mini';
import { email, phone, text } from '../../../../core/contract/fields.js';
import { optionsOf, question } from '../question.js';

const updates = ['yes', 'no'] as const;

/** The answer to the question, as it is sent. */
export const IntroducerAnswer = z
  .strictObject({
    name: text('introducer.name', 70),
    phone: z.optional(phone('introducer.phone')),
    email: z.optional(email('introducer.email', { missing: 'field.missing' })),
    updates: z.enum(updates, 'introducer.updates.missing'),
  })
  .check(
    z.refine(({ phone, email }) => phone !== undefined || email !== undefined, {
      path: ['phone'],
      error: 'introducer.phone.missing',
    }),
  );

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
    { kind: 'choice', name: 'updates', options: optionsOf(updates) },
  ],
  answer: IntroducerAnswer,
});
