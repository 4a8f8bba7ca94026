import * as z from 'zod/mini';
import { optionsOf, question } from '../question.js';

const concerns = ['no', 'reported', 'yes'] as const;

/** The answer to the question, as it is sent. */
export const SafeguardingAnswer = z.strictObject({
  concern: z.enum(concerns, 'safeguarding.concern.missing'),
});

/** Asks a professional whether somebody is being harmed. That is for a phone and not for a form. */
export const safeguarding = question({
  id: 'safeguarding',
  section: 'referrer',
  mode: 'required',
  isEssential: true,
  fields: [{ kind: 'choice', name: 'concern', isTitle: true, options: optionsOf(concerns) }],
  answer: SafeguardingAnswer,
  stop: ({ concern }) => (concern === 'yes' ? 'safeguarding' : undefined),
});
