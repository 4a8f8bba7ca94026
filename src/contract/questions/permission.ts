import { answer, id, list } from '../answer-shape.js';
import { consentFor } from '../consent-for.js';
import { isRecord } from '../../shared/record.js';
import { question } from '../question.js';

/** The separate permissions a person gives, and the version of the wording they saw. */
export const permission = question({
  id: 'permission',
  section: 'permission',
  mode: 'required',
  isEssential: true,
  // Who refers somebody without their agreement has a reason instead.
  applies: ({ for: audience, answers: { agreement } }) =>
    audience !== 'professional' || (isRecord(agreement) && agreement['given'] === 'yes'),
  fields: [{ kind: 'consents', name: 'agreed', isTitle: true }],
  answer: answer({
    agreed: list(id({ max: 60 }), 20, { wrong: 'permission.agreed.missing' }),
    version: id({ max: 60 }, 'field.missing'),
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
