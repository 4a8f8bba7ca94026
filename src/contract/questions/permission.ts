import * as z from 'zod/mini';
import { consentFor } from '../consent-for.js';
import { question } from '../question.js';

/** The separate permissions a person gives, and the version of the wording they saw. */
export const permission = question({
  id: 'permission',
  section: 'permission',
  mode: 'required',
  isEssential: true,
  fields: [{ kind: 'consents', name: 'agreed', isTitle: true }],
  answer: z.strictObject({
    agreed: z
      .array(z.string().check(z.maxLength(60)), 'permission.agreed.missing')
      .check(z.maxLength(20)),
    version: z.string('field.missing').check(z.maxLength(60)),
  }),
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
