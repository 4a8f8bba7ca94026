import { AgreementAnswer, agreementGiven, agreementReasons } from '../earlier-answers.js';
import { optionsOf, question } from '../question.js';

/**
 * Whether the person has agreed, or why they are referred without it. Direct care does not require consent, but a reason
 * is recorded where it was not asked for: PRSB Social Prescribing v1.1, “Consent for information sharing”.
 */
export const agreement = question({
  id: 'agreement',
  section: 'permission',
  mode: 'required',
  isEssential: true,
  fields: [
    { kind: 'choice', name: 'given', isTitle: true, options: optionsOf(agreementGiven) },
    {
      kind: 'choice',
      name: 'why',
      options: optionsOf(agreementReasons),
      when: (raw) => raw['given'] === 'no',
    },
  ],
  answer: AgreementAnswer,
  stop: ({ why }) => (why === 'neither' ? 'no-agreement' : undefined),
});
