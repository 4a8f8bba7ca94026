import type { Catalogue } from './messages.js';

/** Loads words. */
export type LoadCatalogue = () => Promise<{ readonly default: Catalogue }>;

/** Words that are loaded by themselves: those in English, and the name under which other languages have them. */
export interface CataloguePart {
  readonly name: string;
  readonly english: LoadCatalogue;
}
