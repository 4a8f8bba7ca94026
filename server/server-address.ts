import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const SavedAddress = z.object({ url: z.string(), pid: z.number() });

const fileIn = (folder: string): string => join(folder, 'server.json');

/** Saves the address of this server in the data folder, for commands on the same computer. */
export async function saveServerAddress(folder: string, url: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(fileIn(folder), `${JSON.stringify({ url, pid: process.pid })}\n`, {
    mode: 0o600,
  });
}

/** Removes the saved address, unless another process has replaced it. */
export async function removeServerAddress(folder: string): Promise<void> {
  const saved = await readSavedAddress(folder);
  if (saved?.pid === process.pid) await fs.rm(fileIn(folder), { force: true });
}

/** The saved address of the server that uses a data folder, if there is one. */
export const readServerAddress = async (folder: string): Promise<string | undefined> =>
  (await readSavedAddress(folder))?.url;

async function readSavedAddress(folder: string): Promise<z.infer<typeof SavedAddress> | undefined> {
  try {
    const json: unknown = JSON.parse(await fs.readFile(fileIn(folder), 'utf8'));
    const saved = z.safeParse(SavedAddress, json);
    return saved.success ? saved.data : undefined;
  } catch {
    return undefined;
  }
}
