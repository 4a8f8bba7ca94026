import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes a file only if its content changes: other processes may be reading it, and those that watch its time need not
 * run again.
 */
export async function writeChanged(file, content) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== content) await writeFile(file, content);
}
