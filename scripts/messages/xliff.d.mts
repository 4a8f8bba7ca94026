import type { Messages } from './catalogues.mjs';

/** The words of every part with their translations, as XLIFF 1.2. */
export function exportXliff(language: string): Promise<string>;
/** What translators give back. */
export function importXliff(xml: string): Promise<{
  readonly language: string;
  readonly catalogues: Readonly<Record<string, Messages>>;
  /** What was made from English that has changed since. */
  readonly stale: readonly string[];
}>;
