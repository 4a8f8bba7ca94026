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

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : ' ';
}

const decode = (text: string): string => text.replace(/&(#?\w{2,8});/g, entity);

// Control characters, halves of broken emoji, and marks that turn the direction of all that follows.
const unwanted =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

// More than any text that is meant to be read. No pattern looks for the end of a tag beyond the start of the next.
const mostRead = 50_000;

/** HTML, Markdown or text with entities as plain text: paragraphs and points of lists become lines. */
export function plainText(value: string, longest: number): string {
  const text = decode(
    value
      .slice(0, mostRead)
      .replace(/\r\n?/g, '\n')
      .replace(/<(script|style)\b(?:(?!<\1)[^])*?<\/\1\s*>/gi, ' ')
      .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/ul|\/ol)\b[^<>]*>/gi, '\n')
      .replace(/<li\b[^<>]*>/gi, '• ')
      .replace(/<\/?[a-z!][^<>]*>/gi, ''),
  )
    // What was written as entities may be tags, too.
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/!?\[([^\]]*)\]\((?:https?:|mailto:)[^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/^ {0,3}#{1,6} +/gm, '')
    .replace(/^[ \t]*[*-] +/gm, '• ')
    .replace(unwanted, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
  if (text.length <= longest) return text;
  // Half an emoji at the end would be no text at all.
  const start = text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.trimEnd()}…`;
}
