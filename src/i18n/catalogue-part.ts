import type { Catalogue } from './messages.js';

/** Loads the messages of one part in one language. */
export type LoadCatalogue = () => Promise<{ readonly default: Catalogue }>;

/** Messages that are loaded together: their name in the list of translations, and their English version. */
export interface CataloguePart {
  readonly name: string;
  readonly english: LoadCatalogue;
}
