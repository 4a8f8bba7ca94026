import * as z from 'zod/mini';
import { longText, realDate, text } from '../../core/contract/fields.js';

/** The statuses of a referral, from received to completed. */
export const referralStatuses = [
  'received',
  'opened',
  'accepted',
  'in-progress',
  'completed',
  'declined',
  'unable-to-contact',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

// People who copy a reference from paper, or hear it, add lower-case letters, spaces and dashes.
const normaliseReference = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Looks up the status of a referral. Sent by POST, so that neither value appears in a URL or a log. */
export const StatusRequest = z.strictObject({
  reference: z
    .string('status.reference.missing')
    .check(
      z.maxLength(40, 'status.reference.shape'),
      z.overwrite(normaliseReference),
      z.minLength(1, 'status.reference.missing'),
      z.regex(/^[A-Z0-9]{8}$/, 'status.reference.shape'),
    ),
  birth: realDate('status.birth.real'),
});
export type StatusRequest = z.infer<typeof StatusRequest>;

/** The status of a referral, for anyone who knows its reference and the date of birth. Contains no personal data. */
export const StatusAnswer = z.object({
  status: z.enum(referralStatuses),
  /** When this status was set. */
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

/** Sets the status of a referral, and records who set it. */
export const SetStatus = z.strictObject({
  status: z.enum(referralStatuses, 'field.shape'),
  by: text('field', 70),
  note: z.optional(longText('field', 500)),
});
export type SetStatus = z.infer<typeof SetStatus>;

/** A status, with who set it and when. */
export const StatusChange = z.object({
  status: z.enum(referralStatuses),
  at: z.string(),
  by: z.string(),
  note: z.optional(z.string()),
});
export type StatusChange = z.infer<typeof StatusChange>;
