import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { root } from '../../compiled.js';

const Manifest = z.record(z.string(), z.object({ file: z.string() }));

/** The path of the built file in which a module of `src` is loaded by `import()`, as the build’s manifest names it. */
export function chunkOf(module: string): string {
  const text = readFileSync(join(root, 'dist/embed/.vite/manifest.json'), 'utf8');
  const chunk = z.parse(Manifest, JSON.parse(text))[module];
  if (!chunk) throw new Error(`${module} is not loaded by an import() of its own`);
  return `/embed/v1/${chunk.file}`;
}
