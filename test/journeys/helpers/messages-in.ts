import { loadCatalogue } from '../../../src/i18n/language.js';
import type { CataloguePart } from '../../../src/i18n/messages.js';
import { messagesFrom } from '../../../src/i18n/messages.js';

/** Returns the message for a key. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The messages of a part in a language, for tests that find elements by their names. */
export async function messagesIn(language: string, part: CataloguePart): Promise<Say> {
  const messages = messagesFrom<string>(await loadCatalogue(language, part));
  return (key, values) => messages(key, values);
}
