import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFile } from './routes/embed.js';

/** Reads files of one folder, and nothing outside it or hidden in it. */
export const staticFolder =
  (folder: string): ReadFile =>
  async (path) => {
    const segments = path.split('/');
    if (!segments.every((segment) => /^[\w-][\w.-]*$/.test(segment))) return undefined;
    try {
      return new Uint8Array(await readFile(join(folder, ...segments)));
    } catch {
      return undefined;
    }
  };
