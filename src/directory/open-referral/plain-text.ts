const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  pound: '£',
  euro: '€',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  eacute: 'é',
};

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : ' ';
}

const decodeEntities = (text: string): string => text.replace(/&(#?\w{2,8});/g, decodeEntity);

// Control characters, unpaired surrogates, and marks that change the direction of the text after them.
const unwanted =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

// Longer than any text that people read. Patterns for a tag stop at the start of the next tag, so that they stay fast.
const maxInput = 50_000;

/** Converts HTML, Markdown or text with entities to plain text; paragraphs and list items become lines. */
export function plainText(value: string, maxLength: number): string {
  const text = decodeEntities(
    value
      .slice(0, maxInput)
      .replace(/\r\n?/g, '\n')
      .replace(/<(script|style)\b(?:(?!<\1)[^])*?<\/\1\s*>/gi, ' ')
      .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/ul|\/ol)\b[^<>]*>/gi, '\n')
      .replace(/<li\b[^<>]*>/gi, '• ')
      .replace(/<\/?[a-z!][^<>]*>/gi, ''),
  )
    // Decoded entities may have produced tags.
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/!?\[([^\]]*)\]\((?:https?:|mailto:)[^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/^[ \t]*[*-] +/gm, '• ')
    .replace(unwanted, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  if (text.length <= maxLength) return text;
  // A surrogate pair must not be cut in half.
  const start = text.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.trimEnd()}…`;
}
