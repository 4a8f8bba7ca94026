// Control characters other than tab and line feed, and lone surrogates: nobody types them on purpose, and
// PostgreSQL's jsonb rejects both.
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Surrogate}/gu;

// Invisible characters that come with copied text: soft hyphens, zero-width spaces, marks of direction, byte order marks
// and tags. Joiners stay, because words of some languages need them.
const invisible =
  /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Removes unwanted characters; keeps every letter, accent and emoji of any language. */
export const cleanText = (value: string): string =>
  value.replace(/\r\n?/g, '\n').replace(unwanted, '').trim();

/** Cleans what is typed in one line: without invisible characters, and with ordinary spaces. Joiners alone are nothing. */
export function cleanLine(value: string): string {
  const line = cleanText(value.replace(invisible, '')).replace(/\s/g, ' ');
  return /^[\s\u200C\u200D]*$/.test(line) ? '' : line;
}

/** Writes the decimal digits of every script as 0 to 9, such as ٣ as 3. */
export const withPlainDigits = (value: string): string =>
  value.replace(/[^\P{Nd}\d]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Unicode places the zero of a script at a code that ends with 0 or, in scripts of India, with 6.
    const start = code - (code % 16);
    const zero = /\p{Nd}/u.test(String.fromCodePoint(start)) ? start : start + 6;
    return String(code - zero);
  });
