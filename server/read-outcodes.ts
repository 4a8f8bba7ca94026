import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The lines of the list of outward codes that comes with the project. Apart, because a browser has it in another way. */
export function readOutcodes(): unknown {
  return parse(readFileSync(new URL('data/outcodes.csv', import.meta.url)), { columns: true });
}
