import * as z from 'zod/mini';
import { Answers } from './questions/answers.js';
import { audiences, referralSources } from '../../core/service/audience.js';
import { Receipt } from './receipt.js';
import { ReferralActivity } from './referral.js';
import { StatusChange, referralStatuses } from '../../status/contract/referral-status.js';

/** A permission as it was given or not given, with proof of the wording. */
export const StoredConsent = z.object({
  id: z.string(),
  given: z.boolean(),
  version: z.string(),
  /** The words that the person saw, with their hint on a line of its own. */
  text: z.string(),
  /** SHA-256, in hexadecimal, of those words in UTF-8. */
  textSha256: z.string(),
  /** When the backend received it. */
  at: z.string(),
  /** Why it was not asked, where sharing rests on something else, such as `safeguarding`. */
  reason: z.optional(z.string()),
});
export type StoredConsent = z.infer<typeof StoredConsent>;

/** A referral as staff of the service see it. */
export const StoredReferral = z.object({
  ...Receipt.shape,
  partner: z.string(),
  /** Who refers. */
  for: z.enum(audiences),
  /** Where it comes from: the person, somebody close to them, or a kind of organisation. */
  source: z.enum(referralSources),
  /** Who takes it, under the name of that day. */
  team: z.object({ id: z.string(), name: z.string() }),
  status: z.enum(referralStatuses),
  /** What staff said of it, oldest first; a referral that nobody has touched is `received` and has none. */
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
  /** Give it as `before` to get older ones; absent on the last page. */
  next: z.optional(z.string()),
});
export type StoredReferralPage = z.infer<typeof StoredReferralPage>;
