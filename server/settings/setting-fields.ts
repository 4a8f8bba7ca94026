import * as z from 'zod/mini';
import { type ContactLink } from '../../src/core/contract/contact-link.js';

// Schemas that several entries of a settings file share.

/** A schema with its description, which editors show. */
export const described = <Schema extends z.ZodMiniType>(description: string, schema: Schema) =>
  schema.check(z.describe(description));

/** A text of a certain form. */
export const matching = (description: string, form: RegExp, error: string) =>
  described(description, z.string().check(z.regex(form, error)));

/** A text that is not empty, of up to 2000 characters. */
export const text = (description: string) =>
  matching(description, /\S/, 'must not be empty').check(z.maxLength(2000));

/** An identifier that is stored and used in addresses: up to 60 characters. */
export const id = (description: string) =>
  matching(
    description,
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case letters, digits and single dashes',
  ).check(z.maxLength(60));

/** A whole number from `from` to `to`, both included. */
export const wholeNumber = (description: string, from: number, to: number) =>
  described(description, z.int().check(z.minimum(from), z.maximum(to)));

/** A link to a phone number, a mail address or a page. */
export const Link = z.strictObject({
  label: text('Text of the link.'),
  href: matching(
    'tel:, sms:, mailto: or https: address.',
    /^(tel:|sms:|mailto:|https:\/\/)\S+$/,
    'must start with tel:, sms:, mailto: or https://',
  ),
} satisfies Record<keyof typeof ContactLink.shape, unknown>);

const Area = z
  .string()
  .check(
    z.regex(
      /^[A-Z]{1,2}[0-9][A-Z0-9]?( [0-9])?$/,
      'must be an outward code such as TS18 or a sector such as TS18 1',
    ),
  );

/** A list of outward codes and postcode sectors. */
export const areaList = (description: string) => described(description, z.array(Area));

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
  matching(description, /^https:\/\/\S+$/, 'must start with https://');

/** A language tag as defined by BCP 47. */
export const languageTag = z
  .string()
  .check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en-GB'));
