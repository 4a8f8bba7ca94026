import * as z from 'zod/mini';

// Control characters other than tab and line feed, and halves of broken emoji: neither is
// anything a person meant to type, and PostgreSQL's jsonb refuses both.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F]|\p{Surrogate}/gu;

/** Removes what nobody meant to type; keeps every letter, accent and emoji of any language. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();

/**
 * Text that a person typed, cleaned, from 1 to `max` UTF-16 units.
 * Issues are `<key>.missing` and `<key>.long`.
 */
export const text = (key: string, max: number) =>
  z
    .string(`${key}.missing`)
    .check(
      z.overwrite(cleanText),
      z.minLength(1, `${key}.missing`),
      z.maxLength(max, `${key}.long`),
    );
