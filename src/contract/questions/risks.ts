import { answer, oneOf, optional, text } from '../answer-shape.js';
import { question } from '../question.js';

const known = ['none', 'yes'] as const;
const max = 500;

/** Risks to know of before a visit; “no known risks” is an answer: PRSB Social Prescribing v1.1, “Risks”. */
export const risks = question({
  id: 'risks',
  section: 'help',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choice',
      name: 'known',
      isTitle: true,
      options: () => known.map((value) => ({ value })),
    },
    { kind: 'longText', name: 'text', max, when: (raw) => raw['known'] === 'yes' },
  ],
  answer: answer(
    {
      known: oneOf(known, 'risks.known.missing'),
      text: optional(text('risks.text', max)),
    },
    { needs: 'text', where: ['known', 'yes'], missing: 'risks.text.missing' },
  ),
});
