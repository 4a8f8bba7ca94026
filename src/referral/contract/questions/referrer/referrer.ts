import * as z from 'zod/mini';
import { email, phone, text } from '../../../../core/contract/fields.js';
import { organisationKinds } from '../../../../core/service/audience.js';
import { optionsOf, question } from '../question.js';

const updates = ['yes', 'no'] as const;

/** The answer to the question, as it is sent. */
export const ReferrerAnswer = z.strictObject({
  name: text('referrer.name', 70),
  role: text('referrer.role', 70),
  kind: z.enum(organisationKinds, 'referrer.kind.missing'),
  organisation: text('referrer.organisation', 150),
  email: email('referrer.email'),
  phone: z.optional(phone('referrer.phone', { missing: 'field.missing' })),
  updates: z.enum(updates, 'referrer.updates.missing'),
});

/** Who refers for their work: PRSB Social Prescribing v1.1, “Referral details”, referrer. */
export const referrer = question({
  id: 'referrer',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  isAboutReferrer: true,
  fields: [
    { kind: 'text', name: 'name', autocomplete: 'name' },
    { kind: 'text', name: 'role', autocomplete: 'organization-title' },
    { kind: 'choice', name: 'kind', options: optionsOf(organisationKinds) },
    { kind: 'text', name: 'organisation', autocomplete: 'organization' },
    { kind: 'text', name: 'email', type: 'email', autocomplete: 'email' },
    {
      kind: 'text',
      name: 'phone',
      type: 'tel',
      autocomplete: 'tel',
      width: 'phone',
      optional: true,
    },
    { kind: 'choice', name: 'updates', options: optionsOf(updates) },
  ],
  answer: ReferrerAnswer,
});
