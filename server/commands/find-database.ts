import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../environment.js';
import { openEmbedded } from '../store/embedded.js';

/** A database that a command may use beside the server. */
export interface FoundDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** Finds the database of the settings: that of the running server, or the embedded one, started for this. */
export async function findDatabase({
  databaseUrl,
  dataFolder,
}: Pick<Environment, 'databaseUrl' | 'dataFolder'>): Promise<FoundDatabase> {
  const close = (): Promise<void> => Promise.resolve();
  if (databaseUrl !== undefined) return { url: databaseUrl, close };
  const running = await runningEmbedded(dataFolder);
  return running !== undefined && (await answers(running))
    ? { url: running, close }
    : openEmbedded(dataFolder);
}

// The fourth line of PostgreSQL's own note says on which port it listens.
async function runningEmbedded(folder: string): Promise<string | undefined> {
  try {
    const note = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
    const password = await readFile(join(folder, 'postgres-password'), 'utf8');
    const port = Number(note.split('\n')[3]);
    return `postgresql://kith:${password}@127.0.0.1:${port}/kith`;
  } catch {
    return undefined;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
