import * as fs from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { codeOf } from '../database/database.js';
import {
  type Cluster,
  forgetUnfinished,
  lastLines,
  prepare,
  privacy,
  said,
  settings,
  writableFolder,
} from './cluster.js';
import { type Release, lockFolder } from './folder-lock.js';
import { run, type Finished } from './postgres-user.js';

/** A running PostgreSQL that this process owns until it is closed. */
export interface EmbeddedDatabase {
  readonly url: string;
  close(): Promise<void>;
}

interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

interface Reached {
  readonly client: pg.Client;
  readonly url: string;
  readonly pid: number;
}

/** For small machines, and for containers, whose 64 MB of /dev/shm parallel queries would fill. */
const modest = [
  'max_connections=40',
  'shared_buffers=64MB',
  'max_wal_size=256MB',
  'max_parallel_workers_per_gather=0',
  'jit=off',
  'log_checkpoints=off',
  'timezone=UTC',
  'log_timezone=UTC',
];

/** The advisory lock held by the process that uses the database: "kith" in ASCII. */
const ownership = 0x6b697468;

/** What happens to the server while it is in use; `reason` is the end of its log, which has no personal data. */
export type ServerEvent =
  | { readonly type: 'stopped' }
  | { readonly type: 'restarted' }
  | { readonly type: 'start-failed'; readonly reason: string };

/**
 * Starts the PostgreSQL in `folder`, creating it on first use, or takes over the one that a killed process left
 * running. It listens on 127.0.0.1 only, and only one process at a time may use a folder. If the server stops before it
 * is closed, it is started again at the same URL; `onEvent` is told.
 */
export async function openEmbedded(
  folder: string,
  onEvent: (event: ServerEvent) => void = () => undefined,
): Promise<EmbeddedDatabase> {
  const home = await writableFolder(resolve(folder));
  const release = await lockFolder(home);
  try {
    const cluster = await prepare(home);
    const reached = await reach(cluster);
    await forgetUnfinished(cluster);
    return supervise(cluster, reached, release, onEvent);
  } catch (error) {
    await release();
    throw error;
  }
}

/** Starts the server again when it stops, until it is closed. */
function supervise(
  cluster: Cluster,
  reached: Reached,
  release: Release,
  onEvent: (event: ServerEvent) => void,
): EmbeddedDatabase {
  const { url } = reached;
  let { client, pid } = reached;
  let isClosing = false;
  let recovering: Promise<void> | undefined;

  const recover = async (): Promise<void> => {
    onEvent({ type: 'stopped' });
    const port = Number(new URL(url).port);
    while (!isClosing) {
      try {
        ({ client, pid } = await reach(cluster, port));
        onEvent({ type: 'restarted' });
        watch();
        return;
      } catch (error) {
        // For instance because the disk is full.
        onEvent({ type: 'start-failed', reason: said(error) });
        await wait(retryAfter);
      }
    }
  };
  const watch = (): void => {
    client.once('end', () => {
      if (!isClosing) recovering = recover();
    });
  };
  watch();

  const close = async (): Promise<void> => {
    isClosing = true;
    await recovering;
    // In this order, so that a waiting process does not get the lock on a server that is about to stop.
    await stop(cluster, pid, 60);
    await client.end().catch(() => undefined);
    await release();
  };
  let closing: Promise<void> | undefined;
  return { url, close: () => (closing ??= close()) };
}

const retryAfter = 2000;

/** Connects to the server of this folder, and starts it first if none runs or responds. */
async function reach(cluster: Cluster, port?: number): Promise<Reached> {
  for (let round = 1; round <= 4; round += 1) {
    const running = await findPostmaster(cluster);
    if (running) {
      const url = `postgresql://kith:${cluster.password}@127.0.0.1:${running.port}/kith`;
      const client = await connect(url, running.pid, cluster.folder);
      if (client && (await hold(client, cluster.folder))) return { client, url, pid: running.pid };
      await stop(cluster, running.pid, 15);
    }
    await forgetStalePid(cluster);
    // Another program may have taken the port, or child processes of a killed server may still be exiting.
    if (!(await start(cluster, port)).ok) await wait(1000);
  }
  const log = await fs.readFile(cluster.log, 'utf8').catch(said);
  throw new Error(`PostgreSQL in ${cluster.folder} could not start.\n${lastLines(log)}`);
}

async function findPostmaster({ data }: Cluster): Promise<Postmaster | undefined> {
  const { pid, home, port } = await readPidFile(data);
  if (!isAlive(pid) || !(await isPostgres(pid, home))) return undefined;
  if (resolve(home) === data) return { pid, port };
  throw new Error(
    `${data} was copied or moved while PostgreSQL (process ${pid}) was using it: stop that process first.`,
  );
}

/** After a crash, another program may have the process id in the file, and PostgreSQL would refuse to start. */
async function forgetStalePid({ data }: Cluster): Promise<void> {
  const { text, pid, home } = await readPidFile(data);
  if (!isAlive(pid) || (await isPostgres(pid, home))) return;
  // This must not remove the file of a server that another process has just started.
  if ((await readPidFile(data)).text === text)
    await fs.rm(join(data, 'postmaster.pid'), { force: true });
}

async function readPidFile(
  data: string,
): Promise<Postmaster & { readonly text: string; readonly home: string }> {
  const text = await fs.readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, home = '', , port] = text.split('\n');
  return { text, pid: Number(pid), home, port: Number(port) };
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

async function isPostgres(pid: number, home: string): Promise<boolean> {
  // On Windows, PostgreSQL itself checks a named pipe, which no other program has.
  if (process.platform === 'win32') return true;
  const inProc = await fs.readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  const command =
    inProc ?? (await run({ prefix: [] }, ['ps', '-p', String(pid), '-o', 'command='])).output;
  return command.includes('postgres') && command.includes(home);
}

/** Resolves to `undefined` if no server responds; waits while the server is recovering or shutting down. */
async function connect(url: string, pid: number, folder: string): Promise<pg.Client | undefined> {
  for (let refusals = 0; refusals < 20 && isAlive(pid);) {
    const name = `kith ${process.pid}`;
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: 5000,
    });
    // Without a listener, the loss of this connection would end Node; the pool notices it by itself.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (cause) {
      const code = codeOf(cause);
      if (code === '') return undefined;
      if (code === '28P01')
        throw new Error(`The password in ${folder} does not fit the database there.`, { cause });
      if (cause instanceof pg.DatabaseError && code !== '57P03') throw cause;
      if (code !== '57P03') refusals += 1;
      await wait(100);
    }
  }
  return undefined;
}

/**
 * Takes the lock of the one process that uses this folder. It belongs to the connection, so it ends with the process in
 * any case. Returns false if the server has stopped, as when another process closes it.
 */
async function hold(client: pg.Client, folder: string): Promise<boolean> {
  const holder = await findHolder(client).catch(() => 'nobody');
  if (holder === undefined) return true;
  await client.end();
  if (holder === 'nobody') return false;
  throw new Error(
    `The data folder ${folder} is in use by process ${holder}: stop that process first.`,
  );
}

/** Resolves to `undefined` once we hold the lock; allows a process that is exiting two seconds. */
async function findHolder(client: pg.Client): Promise<string | undefined> {
  for (let tries = 0; tries < 20; tries += 1) {
    const lock = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
      ownership,
    ]);
    if (lock.rows[0]?.free) return undefined;
    await wait(100);
  }
  const holder = await client.query<{ pid: string }>(
    `select split_part(application_name, ' ', 2) as pid from pg_stat_activity join pg_locks using (pid)
      where locktype = 'advisory' and objid::bigint = $1 and granted`,
    [ownership],
  );
  return holder.rows[0]?.pid ?? 'nobody';
}

async function start({ data, log, user, program }: Cluster, port = 0): Promise<Finished> {
  const network = [
    'listen_addresses=127.0.0.1',
    `port=${port || (await freePort())}`,
    'unix_socket_directories=',
  ];
  const options = settings([...network, ...privacy, ...modest]).join(' ');
  // pg_ctl starts the server in its own session, so that Ctrl-C does not stop it while Node still handles requests.
  const command = ['start', '-D', data, '-l', log, '-w', '-t', '120', '-o', options];
  return run(user, [program('pg_ctl'), ...command], { quiet: true });
}

async function stop(cluster: Cluster, pid: number, seconds: number): Promise<void> {
  const { data, user, program } = cluster;
  const isRunning = async () => (await findPostmaster(cluster))?.pid === pid;
  if (!(await isRunning())) return;
  // pg_ctl must not wait (-w): it would mistake the server that the next process starts for this one.
  await run(user, [program('pg_ctl'), 'stop', '-D', data, '-m', 'fast', '-W']);
  const deadline = Date.now() + seconds * 1000;
  while (await isRunning()) {
    // No acknowledged row is lost: the next start replays the write-ahead log.
    if (Date.now() > deadline) {
      kill(pid);
      return;
    }
    await wait(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
