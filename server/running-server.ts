import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Note = z.object({ url: z.string(), pid: z.number() });

const fileIn = (folder: string): string => join(folder, 'server.json');

/** Notes in the data folder where this process answers, for commands on the same computer. */
export async function noteServer(folder: string, url: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(fileIn(folder), `${JSON.stringify({ url, pid: process.pid })}\n`, {
    mode: 0o600,
  });
}

/** Removes the note, unless it is by now another process's. */
export async function forgetServer(folder: string): Promise<void> {
  const note = await readNote(folder);
  if (note?.pid === process.pid) await fs.rm(fileIn(folder), { force: true });
}

/** Where the server of a data folder answers, if one was noted. */
export const findServer = async (folder: string): Promise<string | undefined> =>
  (await readNote(folder))?.url;

async function readNote(folder: string): Promise<z.infer<typeof Note> | undefined> {
  try {
    const json: unknown = JSON.parse(await fs.readFile(fileIn(folder), 'utf8'));
    const note = z.safeParse(Note, json);
    return note.success ? note.data : undefined;
  } catch {
    return undefined;
  }
}
