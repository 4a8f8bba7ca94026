import { answer, oneOf, optional } from '../answer-shape.js';
import { question } from '../question.js';

/** Whether the team should look at a referral first; its words say what that does not do. */
export const urgency = question({
  id: 'urgency',
  section: 'help',
  mode: 'optional',
  fields: [{ kind: 'tick', name: 'urgent' }],
  answer: answer({ urgent: optional(oneOf(['yes'])) }),
});
