import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A program of the backend as `scripts/compile.mjs` has made it for this run, ready for Node. */
export const compiled = (source: string): string =>
  join(root, 'dist', 'test', source.replace(/\.ts$/, '.js'));
