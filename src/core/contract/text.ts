// Control characters other than tab and line feed, and lone surrogates: nobody types them on purpose, and
// PostgreSQL's jsonb rejects both.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/gu;

/** Removes unwanted characters; keeps every letter, accent and emoji of any language. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();
