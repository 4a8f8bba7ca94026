import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes a file unless that is what it says already: others may be reading it at this moment, and those that look at
 * its time need not begin again.
 */
export async function writeChanged(file, content) {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== content) await writeFile(file, content);
}
