import { parse } from 'csv-parse/browser/esm/sync';
import text from '../../server/data/outcodes.csv?raw';

/** The lines of the list of outward codes, as `server/geography/read-outcodes.ts` reads them in Node. */
export const readOutcodes = (): unknown => parse(text, { columns: true });
