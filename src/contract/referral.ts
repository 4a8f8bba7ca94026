import * as z from 'zod/mini';
import { Answers } from './questions.js';

/** A referral as it is sent. Which partner and service it belongs to stands in the address. */
export const Referral = z.strictObject({
  /** Who is referred: the person who fills in the form. */
  for: z.enum(['self'], 'field.shape'),
  /** The language (BCP 47) in which the person read the questions and the permissions. */
  language: z
    .string('field.missing')
    .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'field.shape')),
  answers: Answers,
});
export type Referral = z.infer<typeof Referral>;

/** What the person gets when a referral is safely stored. */
export const Receipt = z.object({
  /** Eight characters that cannot be mistaken for each other. */
  reference: z.string(),
  receivedAt: z.string(),
  /** The date by which the service makes contact. */
  contactBy: z.string(),
});
export type Receipt = z.infer<typeof Receipt>;

/** A permission as it was given or not given, with proof of the wording. */
export const StoredConsent = z.object({
  id: z.string(),
  given: z.boolean(),
  version: z.string(),
  /** SHA-256, in hexadecimal, of the UTF-8 text that the person saw. */
  textSha256: z.string(),
  /** When the backend received it. */
  at: z.string(),
});
export type StoredConsent = z.infer<typeof StoredConsent>;

/** A referral as staff of the service see it. */
export const StoredReferral = z.object({
  ...Receipt.shape,
  partner: z.string(),
  for: z.enum(['self']),
  language: z.string(),
  answers: Answers,
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
