// People write either form; both find the practice.
const twins: readonly (readonly [string, string])[] = [
  ['st', 'saint'],
  ['ctr', 'centre'],
  ['dr', 'doctor'],
  ['rd', 'road'],
  ['ave', 'avenue'],
];

const twinOf: ReadonlyMap<string, string> = new Map(
  twins.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

/** The words of a text in the form used for comparison: lower case, without accents and punctuation. */
export const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The text that a search compares with: each word once after a space, and postcodes also without their space. */
export function searchText(...texts: readonly string[]): string {
  const words = texts.flatMap(wordsIn);
  const twinned = words.flatMap((word) => twinOf.get(word) ?? []);
  const joined = texts.flatMap((text) =>
    [...text.matchAll(/\b([A-Z]{1,2}\d[A-Z\d]?) (\d[A-Z]{2})\b/g)].map((found) =>
      found.slice(1).join('').toLowerCase(),
    ),
  );
  return [...new Set([...words, ...twinned, ...joined])].map((word) => ` ${word}`).join('');
}
