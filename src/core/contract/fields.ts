import * as z from 'zod/mini';
import { isRealDate, isoForm } from './date.js';
import { cleanText } from './text.js';

/**
 * Text that a person types, from 1 to `max` characters after it is tidied up. Issues are `<key>.missing`,
 * `<key>.long` and `<key>.shape`. Optional text can have another `missing`, which nobody sees: a page leaves the field
 * out when it is empty.
 */
export const text = (
  key: string,
  max: number,
  {
    pattern,
    missing = `${key}.missing`,
  }: { readonly pattern?: RegExp; readonly missing?: string } = {},
) =>
  z
    .string(missing)
    .check(
      z.overwrite(cleanText),
      z.maxLength(max, `${key}.long`),
      z.minLength(1, missing),
      ...(pattern ? [z.regex(pattern, `${key}.shape`)] : []),
    );

/** A valid calendar date, `YYYY-MM-DD`; its only issue is `wrong`. */
export const realDate = (wrong: string) =>
  z.string(wrong).check(z.regex(isoForm, wrong), z.refine(isRealDate, wrong));
