import * as z from 'zod/mini';
import { Answers } from './questions/answers.js';
import { audiences } from '../../core/service/audience.js';
import { text } from '../../core/contract/fields.js';

/** An activity that a referral is about. */
export const ReferralActivity = z.strictObject({
  id: text('activity', 120),
  name: text('activity', 200),
});
export type ReferralActivity = z.infer<typeof ReferralActivity>;

/** A referral, as it is sent. Its partner and service are in the URL. */
export const Referral = z.strictObject({
  /** Who refers. */
  for: z.enum(audiences, 'field.shape'),
  /** The language (BCP 47) in which the person read the questions and the permissions. */
  language: z
    .string('field.missing')
    .check(
      z.maxLength(35, 'field.long'),
      z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'field.shape'),
    ),
  answers: Answers,
  /** The activity that the referral is about, with its name at that time. */
  activity: z.optional(ReferralActivity),
});
export type Referral = z.infer<typeof Referral>;
