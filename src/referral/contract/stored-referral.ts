import * as z from 'zod/mini';
import { Answers } from './questions/answers.js';
import { audiences, referralSources } from '../../core/service/audience.js';
import { Receipt } from './receipt.js';
import { ReferralActivity } from './referral.js';
import { StatusChange, referralStatuses } from '../../status/contract/referral-status.js';

/** A permission, given or not, with evidence of its wording. */
export const StoredConsent = z.object({
  id: z.string(),
  given: z.boolean(),
  version: z.string(),
  /** The text that the person saw, with its hint on a separate line. */
  text: z.string(),
  /** SHA-256 of that text in UTF-8, in hexadecimal. */
  textSha256: z.string(),
  /** When the backend received it. */
  at: z.string(),
  /** Why it was not asked for, if there is another basis for sharing, such as `safeguarding`. */
  reason: z.optional(z.string()),
});
export type StoredConsent = z.infer<typeof StoredConsent>;

/** A referral, as staff of the service see it. */
export const StoredReferral = z.object({
  ...Receipt.shape,
  partner: z.string(),
  /** Who refers. */
  for: z.enum(audiences),
  /** The source: the person, somebody close to them, or a kind of organisation. */
  source: z.enum(referralSources),
  /** The team that takes it, with its name at that time. */
  team: z.object({ id: z.string(), name: z.string() }),
  status: z.enum(referralStatuses),
  /** Its status changes, oldest first; a new referral is `received` and has none. */
  history: z.array(StatusChange),
  language: z.string(),
  answers: Answers,
  activity: z.optional(ReferralActivity),
  consents: z.array(StoredConsent),
});
export type StoredReferral = z.infer<typeof StoredReferral>;

/** Referrals, newest first. */
export const StoredReferralPage = z.object({
  items: z.array(StoredReferral),
  /** The value of `before` for the next page; absent on the last. */
  next: z.optional(z.string()),
});
export type StoredReferralPage = z.infer<typeof StoredReferralPage>;
