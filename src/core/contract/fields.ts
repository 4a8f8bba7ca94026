import * as z from 'zod/mini';
import { isRealDate, isoForm } from './date.js';
import { emailPattern, phonePattern, tidyEmail } from './patterns.js';
import { cleanLine, cleanText, withPlainDigits } from './text.js';

interface TextRules {
  readonly pattern?: RegExp;
  /** The issue of empty text. Nobody sees that of optional text: a page leaves the field out when it is empty. */
  readonly missing?: string;
  /** Tidies the text up before it is checked. */
  readonly tidy?: (typed: string) => string;
}

/**
 * A line of text that a person types, from 1 to `max` characters after it is tidied up. Issues are `<key>.missing`,
 * `<key>.long` and `<key>.shape`.
 */
export const text = (
  key: string,
  max: number,
  { pattern, missing = `${key}.missing`, tidy = cleanLine }: TextRules = {},
) =>
  z
    .string(missing)
    .check(
      z.overwrite(tidy),
      z.maxLength(max, `${key}.long`),
      z.minLength(1, missing),
      ...(pattern ? [z.regex(pattern, `${key}.shape`)] : []),
    );

/** Text of several lines; otherwise as `text`. */
export const longText = (key: string, max: number) => text(key, max, { tidy: cleanText });

/** A phone number, with the digits of any script. */
export const phone = (key: string, rules: Pick<TextRules, 'missing' | 'pattern'> = {}) =>
  text(key, 35, {
    pattern: phonePattern,
    ...rules,
    tidy: (typed) => withPlainDigits(cleanLine(typed)),
  });

/** An email address. */
export const email = (key: string, rules: Pick<TextRules, 'missing'> = {}) =>
  text(key, 254, { ...rules, pattern: emailPattern, tidy: (typed) => tidyEmail(cleanLine(typed)) });

/** A valid calendar date, `YYYY-MM-DD`; its only issue is `wrong`. */
export const realDate = (wrong: string) =>
  z.string(wrong).check(z.regex(isoForm, wrong), z.refine(isRealDate, wrong));
