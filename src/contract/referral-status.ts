import * as z from 'zod/mini';
import { text } from './answer-shape.js';
import { standing } from './questions/standing.js';
import { referralStatuses } from './referral-statuses.js';
import { schemaOf } from './schema-of-shape.js';

/** Asks how a referral stands. Posted, so that neither of the two stands in an address or a log. */
export const StatusRequest = schemaOf(standing.answer);
export type StatusRequest = z.infer<typeof StatusRequest>;

/** How a referral stands, for whoever knows its reference and the date of birth. Nothing in it says who that is. */
export const StatusAnswer = z.object({
  status: z.enum(referralStatuses),
  /** When it came to stand so. */
  since: z.string(),
  receivedAt: z.string(),
  /** Name of the team. */
  team: z.string(),
  /** What happens next, in the service's words; empty where it says nothing, or nothing more happens. */
  next: z.string(),
  /** The date by which the team makes contact, as long as it has not. */
  contactBy: z.optional(z.string()),
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;

/** Says how a referral stands, and who says so. */
export const SetStatus = z.strictObject({
  status: z.enum(referralStatuses, 'field.shape'),
  by: schemaOf(text('field', 70)),
  note: z.optional(schemaOf(text('field', 500))),
});
export type SetStatus = z.infer<typeof SetStatus>;

/** A status as somebody set it. */
export const StatusChange = z.object({
  status: z.enum(referralStatuses),
  at: z.string(),
  by: z.string(),
  note: z.optional(z.string()),
});
export type StatusChange = z.infer<typeof StatusChange>;
