import * as z from 'zod/mini';
import { consentFor } from '../../consent-for.js';
import { question } from '../question.js';

/** The answer to the question, as it is sent. */
export const PermissionAnswer = z.strictObject({
  agreed: z
    .array(z.string().check(z.maxLength(60)), 'permission.agreed.missing')
    .check(z.maxLength(20, 'permission.agreed.missing')),
  version: z.string('field.missing').check(z.maxLength(60, 'field.missing')),
});

/** The separate permissions that a person gives, and the version of the wording that they saw. */
export const permission = question({
  id: 'permission',
  section: 'permission',
  mode: 'required',
  isEssential: true,
  // A professional who refers somebody without their agreement gives a reason instead.
  applies: ({ for: audience, answers: { agreement } }) =>
    audience !== 'professional' || agreement?.given === 'yes',
  fields: [{ kind: 'consents', name: 'agreed', isTitle: true }],
  answer: PermissionAnswer,
  check(answer, context) {
    const consent = consentFor(context.profile, context.for);
    if (answer.version !== consent.version)
      return [{ field: 'agreed', code: 'permission.agreed.changed' }];
    if (!answer.agreed.every((id) => consent.items.some((item) => item.id === id)))
      return [{ field: 'agreed', code: 'permission.agreed.unknown' }];
    const isMissing = consent.items.some(
      (item) => item.required && !answer.agreed.includes(item.id),
    );
    return isMissing ? [{ field: 'agreed', code: 'permission.agreed.missing' }] : [];
  },
});
