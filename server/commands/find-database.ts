import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../settings/environment.js';
import { openEmbedded } from '../embedded-postgres/embedded.js';

/** A database that a command can use while the server may be running. */
export interface CommandDatabase {
  readonly url: string;
  close(): Promise<void>;
}

/** Finds the configured database; starts the embedded one if the server is not running. */
export async function findDatabase({
  databaseUrl,
  dataFolder,
}: Pick<Environment, 'databaseUrl' | 'dataFolder'>): Promise<CommandDatabase> {
  const close = (): Promise<void> => Promise.resolve();
  if (databaseUrl !== undefined) return { url: databaseUrl, close };
  const running = await embeddedUrl(dataFolder);
  return running !== undefined && (await canConnect(running))
    ? { url: running, close }
    : openEmbedded(dataFolder);
}

// The fourth line of PostgreSQL's `postmaster.pid` is the port on which it listens.
async function embeddedUrl(folder: string): Promise<string | undefined> {
  try {
    const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
    const password = await readFile(join(folder, 'postgres-password'), 'utf8');
    const port = Number(pidFile.split('\n')[3]);
    return `postgresql://kith:${password}@127.0.0.1:${port}/kith`;
  } catch {
    return undefined;
  }
}

async function canConnect(url: string): Promise<boolean> {
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
