import * as z from 'zod/mini';
import { question } from '../question.js';

const given = ['yes', 'no'] as const;
const reasons = ['best-interests', 'safeguarding', 'neither'] as const;

/** The answer to it, as it is sent. */
export const AgreementAnswer = z
  .strictObject({
    given: z.enum(given, 'agreement.given.missing'),
    why: z.optional(z.enum(reasons, 'agreement.why.missing')),
  })
  .check(
    z.refine((answer) => answer.given !== 'no' || answer.why !== undefined, {
      path: ['why'],
      error: 'agreement.why.missing',
    }),
  );

/**
 * Whether the person has agreed, or why they are referred all the same. Direct care needs no consent, but a reason
 * where nobody asked for it: PRSB Social Prescribing v1.1, “Consent for information sharing”.
 */
export const agreement = question({
  id: 'agreement',
  section: 'permission',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choice',
      name: 'given',
      isTitle: true,
      options: () => given.map((value) => ({ value })),
    },
    {
      kind: 'choice',
      name: 'why',
      options: () => reasons.map((value) => ({ value })),
      when: (raw) => raw['given'] === 'no',
    },
  ],
  answer: AgreementAnswer,
  stop: ({ why }) => (why === 'neither' ? 'no-agreement' : undefined),
});
