import type { Messages } from './catalogues.mjs';

/** The messages of every part with their translations, as XLIFF 1.2. */
export function exportXliff(language: string): Promise<string>;
/** The content of a translated file. */
export function importXliff(xml: string): Promise<{
  readonly language: string;
  readonly catalogues: Readonly<Record<string, Messages>>;
  /** Translations of English messages that have changed since. */
  readonly stale: readonly string[];
}>;
