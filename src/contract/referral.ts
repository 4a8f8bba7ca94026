import * as z from 'zod/mini';
import { Answers } from './questions.js';

/** A referral as it is sent. Which partner and service it belongs to stands in the address. */
export const Referral = z.strictObject({
  /** Who is referred: the person who fills in the form. */
  for: z.enum(['self'], 'field.shape'),
  /** The language (BCP 47) in which the person read the questions and the permissions. */
  language: z
    .string('field.missing')
    .check(
      z.maxLength(35, 'field.long'),
      z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'field.shape'),
    ),
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
