import * as z from 'zod/mini';
import { type ContactLink } from '../src/contract/contact-link.js';

// What entries of a settings file have in common.

/** Text of a service, not empty. */
export const words = (about: string) =>
  z.string().check(z.describe(about), z.regex(/\S/, 'must not be empty'), z.maxLength(2000));

/** A name that is stored and stands in addresses. */
export const id = (about: string) =>
  z
    .string()
    .check(
      z.describe(about),
      z.maxLength(60),
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single dashes'),
    );

/** A whole number within limits. */
export const wholeNumber = (about: string, from: number, to: number) =>
  z.int().check(z.describe(about), z.minimum(from), z.maximum(to));

/** A way to reach somebody: what to show, and where it leads. */
export const Link = z.strictObject({
  label: words('What is shown.'),
  href: z
    .string()
    .check(
      z.describe('tel:, sms:, mailto: or https: address.'),
      z.regex(
        /^(tel:|sms:|mailto:|https:\/\/)\S+$/,
        'must start with tel:, sms:, mailto: or https://',
      ),
    ),
} satisfies Record<keyof typeof ContactLink.shape, unknown>);

/** Outward codes and sectors. */
export const areaList = (about: string) =>
  z
    .array(
      z
        .string()
        .check(
          z.regex(
            /^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9])?$/,
            'must be an outward code such as TS18 or a sector such as TS18 1',
          ),
        ),
    )
    .check(z.describe(about));

/** Years of age, inclusive. */
export const ages = z.strictObject({
  from: wholeNumber('Youngest age in years.', 0, 125),
  to: z.optional(wholeNumber('Oldest age in years.', 0, 125)),
});

/** The promise of a first contact. */
export const firstContact = z.strictObject({
  workingDays: wholeNumber('Days within which the service makes contact.', 1, 90),
});

/** An address that nobody on the way can read or change. */
export const httpsAddress = (about: string) =>
  z.string().check(z.describe(about), z.regex(/^https:\/\/\S+$/, 'must start with https://'));

/** A language as BCP 47 writes it. */
export const languageTag = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-GB'));
