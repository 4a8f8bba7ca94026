import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadFile } from './embed-routes.js';

/** Returns a function that reads files of one folder by relative path; files outside it and hidden files are not found. */
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
