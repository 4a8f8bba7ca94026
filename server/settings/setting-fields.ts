import * as z from 'zod/mini';
import { type ContactLink } from '../../src/core/contract/contact-link.js';

// Schemas that several entries of a settings file share.

/** A text that is not empty, of up to 2000 characters. */
export const text = (description: string) =>
  z.string().check(z.describe(description), z.regex(/\S/, 'must not be empty'), z.maxLength(2000));

/** An identifier that is stored and used in addresses: up to 60 characters. */
export const id = (description: string) =>
  z
    .string()
    .check(
      z.describe(description),
      z.maxLength(60),
      z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single dashes'),
    );

/** A whole number from `from` to `to`, both included. */
export const wholeNumber = (description: string, from: number, to: number) =>
  z.int().check(z.describe(description), z.minimum(from), z.maximum(to));

/** A link to a phone number, a mail address or a page. */
export const Link = z.strictObject({
  label: text('Text of the link.'),
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

/** A list of outward codes and postcode sectors. */
export const areaList = (description: string) =>
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
    .check(z.describe(description));

/** A range of ages in years, both ends included; without `to` there is no upper limit. */
export const ages = z.strictObject({
  from: wholeNumber('Youngest age in years.', 0, 125),
  to: z.optional(wholeNumber('Oldest age in years.', 0, 125)),
});

/** How soon the service promises to make the first contact. */
export const firstContact = z.strictObject({
  workingDays: wholeNumber('Working days within which the first contact is made.', 1, 90),
});

/** An https address. */
export const httpsAddress = (description: string) =>
  z.string().check(z.describe(description), z.regex(/^https:\/\/\S+$/, 'must start with https://'));

/** A language tag as defined by BCP 47. */
export const languageTag = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-GB'));
