import { answer, oneOf, optional } from '../answer-shape.js';
import { question } from '../question.js';

const given = ['yes', 'no'] as const;
const reasons = ['best-interests', 'safeguarding', 'neither'] as const;

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
  answer: answer(
    {
      given: oneOf(given, 'agreement.given.missing'),
      why: optional(oneOf(reasons, 'agreement.why.missing')),
    },
    { needs: 'why', where: ['given', 'no'], missing: 'agreement.why.missing' },
  ),
  stop: ({ why }) => (why === 'neither' ? 'no-agreement' : undefined),
});
