import type { TextShape } from './answer-shape.js';
import { formatPostcode } from './postcode-form.js';

// Control characters other than tab and line feed, and halves of broken emoji: neither is
// anything a person meant to type, and PostgreSQL's jsonb refuses both.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/gu;

/** Removes what nobody meant to type; keeps every letter, accent and emoji of any language. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();

/** Tidies up what a person typed, as the shape of the text says. */
export const tidied = (typed: string, tidy: TextShape['tidy']): string => {
  if (tidy === 'postcode') return formatPostcode(typed);
  // Small letters, spaces and dashes come from handwriting and from reading aloud.
  if (tidy === 'reference') return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return tidy === 'text' ? cleanText(typed) : typed;
};
