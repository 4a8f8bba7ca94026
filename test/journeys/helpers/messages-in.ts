import { loadCatalogue } from '../../../src/i18n/language.js';
import type { Part } from '../../../src/i18n/part.js';
import { wordsOf } from '../../../src/i18n/messages.js';

/** Returns the message for a key. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The messages of a part in a language, for tests that find elements by their names. */
export async function messagesIn(language: string, part: Part): Promise<Say> {
  const words = wordsOf<string>(await loadCatalogue(language, part));
  return (key, values) => words(key, values);
}
