import * as z from 'zod/mini';
import { question } from '../question.js';

/** The answer to the question, as it is sent. */
export const UrgencyAnswer = z.strictObject({ urgent: z.optional(z.enum(['yes'])) });

/** Whether the team should look at a referral first; its hint says what this does not change. */
export const urgency = question({
  id: 'urgency',
  section: 'help',
  mode: 'optional',
  fields: [{ kind: 'tick', name: 'urgent' }],
  answer: UrgencyAnswer,
});
