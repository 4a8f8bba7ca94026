import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The rows of the list of outward codes that comes with the project. A separate file, because Storybook replaces it. */
export function readOutcodes(): unknown {
  return parse(readFileSync(new URL('../data/outcodes.csv', import.meta.url)), { columns: true });
}
