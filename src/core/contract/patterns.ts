// With the usual separators, and up to five digits of an extension.
const phoneOf = (fewest: number): RegExp =>
  new RegExp(
    `^(?=(\\D*\\d){${String(fewest)},20}\\D*$)\\+?[\\d\\s()./‐-―−-]+((ext(ension)?|x|#)\\.?\\s*\\d{1,5})?$`,
    'i',
  );

/**
 * A phone number: 7 to 15 digits (ITU-T E.164). Stricter rules reject real numbers and the numbers that Ofcom reserves
 * for drama.
 */
export const phonePattern = phoneOf(7);

/** The phone number of an organisation, which may be as short as 111. */
export const shortPhonePattern = phoneOf(3);

/** An email address, as far as that can be checked without sending a message to it. */
export const emailPattern = /^[^\s@<>]+@([^\s@<>.]+\.)+[^\s@<>.]{2,}$/;

/** Takes an email address out of what people copy with it: `mailto:`, a name with `<…>`, and marks at its end. */
export const tidyEmail = (typed: string): string =>
  (/<([^<>]*)>/.exec(typed)?.[1] ?? typed).replace(/^\s*mailto:/i, '').replace(/[.,;:\s]+$/, '');
