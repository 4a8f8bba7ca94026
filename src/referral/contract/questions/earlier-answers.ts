import * as z from 'zod/mini';
import { realDate, text } from '../../../core/contract/fields.js';
import { Postcode } from '../../../core/contract/postcode.js';

// The answers on which other questions depend. Their schemas are in a module of their own, because importing them from
// the questions would be circular.

/** The ways in which a person can be contacted; `none` excludes the others. */
export const contactWays = ['phone', 'text', 'email', 'letter', 'none'] as const;

/** How the person wants to be contacted. */
export const ContactAnswer = z.strictObject({
  ways: z.array(z.enum(contactWays), 'contact.ways.missing').check(
    z.minLength(1, 'contact.ways.missing'),
    z.maxLength(contactWays.length, 'contact.ways.missing'),
    z.refine((chosen) => !chosen.includes('none') || chosen.length === 1, 'contact.ways.clash'),
  ),
});

/** Where the person lives. */
export const PlaceAnswer = z
  .strictObject({
    postcode: z.optional(Postcode),
    noFixedAddress: z.optional(z.enum(['yes'])),
    stayingNear: z.optional(text('place.stayingNear', 100, { missing: 'field.missing' })),
  })
  .check(
    z.refine((answer) => answer.postcode !== undefined || answer.noFixedAddress !== undefined, {
      path: ['postcode'],
      error: 'place.postcode.missing',
    }),
  );

/** The person's date of birth, ISO 8601. */
export const BirthAnswer = z.strictObject({ date: realDate('birth.date.real') });

/** Whether the person has agreed to a referral by a professional. */
export const agreementGiven = ['yes', 'no'] as const;

/** Why somebody is referred without their agreement. */
export const agreementReasons = ['best-interests', 'safeguarding', 'neither'] as const;

/** The person's agreement, or the reason to refer them without it. */
export const AgreementAnswer = z
  .strictObject({
    given: z.enum(agreementGiven, 'agreement.given.missing'),
    why: z.optional(z.enum(agreementReasons, 'agreement.why.missing')),
  })
  .check(
    z.refine((answer) => answer.given !== 'no' || answer.why !== undefined, {
      path: ['why'],
      error: 'agreement.why.missing',
    }),
  );

/** The earlier answers on which questions depend. */
export interface EarlierAnswers {
  readonly needs?: { readonly choices: readonly string[] } | undefined;
  readonly contact?: z.infer<typeof ContactAnswer> | undefined;
  readonly place?: z.infer<typeof PlaceAnswer> | undefined;
  readonly birth?: z.infer<typeof BirthAnswer> | undefined;
  readonly agreement?: z.infer<typeof AgreementAnswer> | undefined;
}
