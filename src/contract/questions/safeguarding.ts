import { answer, oneOf } from '../answer-shape.js';
import { question } from '../question.js';

const concerns = ['no', 'reported', 'yes'] as const;

/** Asks a professional whether somebody is being harmed. That is for a phone and not for a form. */
export const safeguarding = question({
  id: 'safeguarding',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  fields: [
    {
      kind: 'choice',
      name: 'concern',
      isTitle: true,
      options: () => concerns.map((value) => ({ value })),
    },
  ],
  answer: answer({ concern: oneOf(concerns, 'safeguarding.concern.missing') }),
  stop: ({ concern }) => (concern === 'yes' ? 'safeguarding' : undefined),
});
