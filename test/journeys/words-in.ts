import { loadCatalogue } from '../../src/i18n/language.js';
import type { Part } from '../../src/i18n/part.js';
import { wordsOf } from '../../src/i18n/words.js';

/** What stands under a key. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The words of a part in a language, for whoever finds things on a page by what they are called. */
export async function wordsIn(language: string, part: Part): Promise<Say> {
  const words = wordsOf<string>(await loadCatalogue(language, part));
  return (key, values) => words(key, values);
}
