// Control characters other than tab and line feed, and halves of broken emoji: neither is
// anything a person meant to type, and PostgreSQL's jsonb refuses both.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/gu;

/** Removes what nobody meant to type; keeps every letter, accent and emoji of any language. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
