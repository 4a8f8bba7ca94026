import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type Server, createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../database/database.js';

/** Ends the hold of this process on a folder. */
export type Release = () => Promise<void>;

/**
 * Holds a folder for this process: a second process gets an error that names the first one. The lock is a local socket,
 * which the operating system closes when the process ends, and which does not depend on the database. An exiting
 * process has two seconds to release it.
 */
export async function lockFolder(folder: string): Promise<Release> {
  const address = addressOf(folder);
  for (let tries = 0; ; tries += 1) {
    const server = await listen(address);
    if (server) return () => close(server);
    const holder = await askHolder(address);
    // The process that had the socket was killed, so only its file is left.
    if (holder === undefined && process.platform !== 'win32') await rm(address, { force: true });
    if (holder !== undefined && tries >= 20)
      throw new Error(
        `The data folder ${folder} is in use by process ${holder}: stop that process first.`,
      );
    if (holder !== undefined) await wait(100);
  }
}

// The path of a Unix socket may have about 100 bytes, fewer than many a data folder has.
function addressOf(folder: string): string {
  const name = `kith-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Resolves to `undefined` if the address is taken. */
function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(String(process.pid));
    });
    server.on('error', (error) => {
      if (codeOf(error) === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      // The lock alone keeps no process running.
      server.unref();
      resolve(server);
    });
  });
}

/** The id of the process that holds the lock; `undefined` if there is none. */
const askHolder = (address: string): Promise<string | undefined> =>
  text(createConnection(address)).then(
    (pid) => (pid === '' ? undefined : pid),
    () => undefined,
  );

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
