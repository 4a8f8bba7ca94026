/** The databases of the tests: a PostgreSQL server, and one database on it that is filled once. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/**
 * The address of a PostgreSQL server: DATABASE_URL, or a new embedded one that ends with the run and does not flush to
 * disk.
 * @param {(() => Promise<void>)[]} endings to be called after the run, in reverse order
 */
export async function testDatabase(endings) {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { openEmbedded } = await import('../../server/embedded-postgres/embedded.ts');
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
  const database = await openEmbedded(folder);
  endings.push(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  disableFsync(join(folder, 'postgres'));
  return database.url;
}

// The database user may not change the server's settings, but we own its files.
function disableFsync(data) {
  appendFileSync(join(data, 'postgresql.auto.conf'), 'fsync = off\n');
  const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGHUP');
}

/**
 * Creates a database with the demonstration's directory and practices, which journeys copy instead of filling their
 * own.
 * @param {string} admin address of a server on which databases may be created
 * @param {string} program the compiled server
 * @returns the name of the database
 */
export async function filledDatabase(admin, program, endings) {
  const name = `kith_filled_${process.pid}`;
  await asAdmin(admin, `create database ${name}`);
  endings.push(() => asAdmin(admin, `drop database if exists ${name} with (force)`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'kith-fill-'));
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, PORT: '0', KITH_DATA: folder, KITH_CONFIG: '', DATABASE_URL: url.href },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const { backend } = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('the database for the journeys was not filled')));
  });
  const [{ directory, partners }] = JSON.parse(readFileSync('demo/settings.json', 'utf8')).services;
  const address = `${backend}/api/v1/activities?limit=1&partner=${partners[0].id}`;
  for (let total = 0; total < directory.sampleActivities; await wait(200))
    total = (await (await fetch(address)).json()).total ?? 0;
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
  return name;
}

async function asAdmin(url, ...statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
