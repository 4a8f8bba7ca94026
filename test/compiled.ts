import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The path of a backend program that `scripts/test/compile.mjs` has compiled for this run. */
export const compiled = (source: string): string =>
  join(root, 'dist', 'test', source.replace(/\.ts$/, '.js'));
