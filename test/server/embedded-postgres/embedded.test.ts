import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { compiled, root } from '../../compiled.js';
import { postgresUser, run } from '../../../server/embedded-postgres/postgres-user.js';
import {
  openEmbedded,
  type EmbeddedDatabase,
  type ServerEvent,
} from '../../../server/embedded-postgres/embedded.js';

const source = pathToFileURL(compiled('server/embedded-postgres/embedded.ts')).href;

/**
 * A server process that opens the folder, then writes rows in a loop and prints each number once it is acknowledged.
 */
const writer = `
  import pg from 'pg';
  import { openEmbedded } from ${JSON.stringify(source)};
  const { url } = await openEmbedded(process.env.FOLDER);
  const client = new pg.Client(url);
  await client.connect();
  await client.query('create table if not exists rows (n int)');
  for (let n = 1; ; n += 1) {
    await client.query('insert into rows values ($1)', [n]);
    console.log(n);
  }
`;

let parent = '';
let folder = '';
let open: EmbeddedDatabase[] = [];
let children: ChildProcess[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kith-embedded-'));
  await chmod(parent, 0o755);
  folder = join(parent, 'data');
});

afterEach(async () => {
  await Promise.all(children.map(end));
  await Promise.all(open.map((database) => database.close()));
  // Takes over, and so can close, any server that a killed child or a failed test left running.
  if ((await postmaster()) !== undefined) await (await openEmbedded(folder)).close();
  await rm(parent, { recursive: true });
  [open, children] = [[], []];
});

describe('the embedded database', () => {
  test('answers SQL on its first start, with fsync on and in UTF-8', async () => {
    const { url } = await start();
    const names = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding'];
    const values = await Promise.all(
      names.map((name) => ask(url, `select current_setting('${name}') as value`)),
    );
    assert.deepEqual(values, ['on', 'on', 'on', 'UTF8']);
    assert.equal(await ask(url, `select lower('ÉÄŴ') as value`), 'éäŵ');
    assert.match(url, /^postgresql:\/\/kith:[\w-]{32}@127\.0\.0\.1:\d+\/kith$/);
  });

  test('gives the application a role without superuser rights and rejects a wrong password', async () => {
    const { url } = await start();
    assert.equal(
      await ask(url, 'select rolsuper as value from pg_roles where rolname = current_user'),
      false,
    );
    await assert.rejects(ask(url.replace(/kith:[\w-]+@/, 'kith:wrong@'), 'select 1'), {
      code: '28P01',
    });
    await assert.rejects(ask(url.replace(/kith:[\w-]+@/, 'postgres:@'), 'select 1'), /password/);
  });

  test('keeps its data and password when it is closed and opened again', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as value');
    await first.close();
    assert.equal(await postmaster(), undefined);
    const second = await start();
    assert.equal(await ask(second.url, 'select value from kept'), 7);
    assert.equal(new URL(second.url).password, new URL(first.url).password);
  });

  test(
    'restricts access to the password and the data to their owners',
    { skip: process.platform === 'win32' },
    async () => {
      await start();
      assert.equal((await stat(join(folder, 'postgres-password'))).mode & 0o777, 0o600);
      assert.equal((await stat(join(folder, 'postgres.log'))).mode & 0o777, 0o600);
      assert.equal((await stat(join(folder, 'postgres'))).mode & 0o777, 0o700);
    },
  );

  test('is taken over from a killed process with every acknowledged row', async () => {
    const acknowledged = await writeUntilKilled(300);
    const before = await postmaster();
    const { url } = await start();
    assert.equal(await postmaster(), before, 'the server left running is the one taken over');
    assert.ok(Number(await ask(url, 'select max(n) as value from rows')) >= acknowledged);
  });

  test('keeps every acknowledged row when Node and PostgreSQL are killed together', async () => {
    const acknowledged = await writeUntilKilled(300, async () => kill(await postmaster()));
    const { url } = await start();
    assert.ok(Number(await ask(url, 'select max(n) as value from rows')) >= acknowledged);
    assert.equal(await ask(url, 'select count(distinct n) = max(n) as value from rows'), true);
  });

  test(
    'runs in its own session, so that Ctrl-C does not reach it',
    { skip: process.platform !== 'linux' },
    async () => {
      await start();
      const pid = await postmaster();
      const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
      assert.equal(Number(fields[3]), pid, 'the session is named after the server');
    },
  );

  test('rejects a second process on the same folder, naming the folder and the first process', async () => {
    const first = runWriter();
    await numberAtLeast(first, 1);
    await assert.rejects(openEmbedded(folder), {
      message: `The data folder ${folder} is in use by process ${first.pid}: stop that process first.`,
    });
    await numberAtLeast(first, 1);
  });

  test('is started again at the same address when the server is killed, with every row', async () => {
    const events = new EventEmitter();
    const { url } = await start(({ type }) => events.emit(type));
    await ask(url, 'create table kept as select 7 as value');
    kill(await postmaster());
    await Promise.all([once(events, 'stopped'), once(events, 'restarted')]);
    assert.equal(await ask(url, 'select value from kept'), 7);
  });

  test('keeps its folder from a second process while the server is down', async () => {
    const events = new EventEmitter();
    await start(({ type }) => events.emit(type));
    const restarted = once(events, 'restarted');
    kill(await postmaster());
    await assert.rejects(openEmbedded(folder), {
      message: `The data folder ${folder} is in use by process ${process.pid}: stop that process first.`,
    });
    await restarted;
  });

  test('admits one of two processes that create the folder at the same time', async () => {
    const results = await Promise.allSettled([start(), start()]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    const [lost] = results.filter((result) => result.status === 'rejected');
    assert.match(String(lost?.reason), /is in use by process \d+/);
  });

  test('admits the next process as soon as the previous one has closed it', async () => {
    const first = await start();
    const [second] = await Promise.all([start(), wait(300).then(() => first.close())]);
    assert.equal(await ask(second.url, 'select 1 as value'), 1);
  });

  test('starts again after its first start was killed half way', async () => {
    await mkdir(join(folder, 'postgres.unfinished-killed', 'base'), { recursive: true });
    const { url } = await start();
    assert.equal(await ask(url, 'select 1 as value'), 1);
    assert.deepEqual((await readdir(folder)).sort(), [
      'postgres',
      'postgres-password',
      'postgres.log',
    ]);
  });

  test('starts when its old process id belongs to another program', async () => {
    await (await start()).close();
    const { uid, gid } = await stat(join(folder, 'postgres'));
    // Runs as the same user; otherwise PostgreSQL itself sees that the process id is not its own.
    const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    children.push(other);
    const lines = [other.pid, join(folder, 'postgres'), 1, 5432, '', '127.0.0.1', '', 'ready', ''];
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), lines.join('\n'));
    const { url } = await start();
    assert.equal(await ask(url, 'select 1 as value'), 1);
    assert.equal(other.exitCode ?? other.signalCode, null, 'the other program still runs');
  });

  test('does not affect the server of the folder from which this one was copied', async () => {
    await (await start()).close();
    const copy = `${folder}-copy`;
    await rename(folder, copy);
    const original = await start();
    await writeFile(
      join(copy, 'postgres', 'postmaster.pid'),
      await readFile(join(folder, 'postgres', 'postmaster.pid')),
    );
    await assert.rejects(
      openEmbedded(copy),
      /was copied or moved while PostgreSQL \(process \d+\) was using it/,
    );
    assert.equal(await ask(original.url, 'select 1 as value'), 1);
  });

  test('works in a folder that other users cannot enter', async () => {
    await mkdir(join(parent, 'closed'), { mode: 0o700 });
    folder = join(parent, 'closed', 'data');
    await mkdir(folder, { mode: 0o700 });
    const first = await start();
    await ask(first.url, 'create table kept as select 7 as value');
    await first.close();
    assert.equal(await ask((await start()).url, 'select value from kept'), 7);
    assert.equal((await stat(join(parent, 'closed'))).mode & 0o777, 0o700, 'and leaves it closed');
  });

  test('runs programs in a folder that other users cannot enter, such as a clone in /root', async () => {
    const closed = join(parent, 'closed');
    await mkdir(closed, { mode: 0o700 });
    await cp(native(), join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const initdb = join(
      closed,
      'native',
      'bin',
      process.platform === 'win32' ? 'initdb.exe' : 'initdb',
    );
    const data = join(closed, 'data');
    await mkdir(data);
    const user = await postgresUser(closed, data, initdb);
    if (user.owner) await chown(data, user.owner.uid, user.owner.gid);
    const finished = await run(user, [initdb, '-D', data, '--auth=reject', '--no-sync']);
    assert.ok(finished.ok, finished.output);
  });

  test('names the folder that is not writable', async () => {
    await writeFile(folder, 'a file, not a folder');
    await assert.rejects(
      openEmbedded(folder),
      new RegExp(`^Error: The data folder ${folder} is not writable`),
    );
  });

  test('reports a lost password instead of creating one that does not match', async () => {
    await (await start()).close();
    const file = join(folder, 'postgres-password');
    const password = await readFile(file);
    await rm(file);
    await assert.rejects(openEmbedded(folder), /The password of the database in .* cannot be read/);
    await writeFile(file, 'another');
    await assert.rejects(
      openEmbedded(folder),
      /The password in .* does not fit the database there/,
    );
    await writeFile(file, password);
  });

  test('never logs a value of a failed statement', async () => {
    const { url } = await start();
    await ask(url, 'create table people (name text unique, details jsonb)');
    await ask(url, `insert into people values ('Olwen Secret')`);
    const failing = [
      [`insert into people values ('Olwen Secret')`, '23505'],
      [`insert into people (details) values ('{"diagnosis": Secret}')`, '22P02'],
      [`select 'Olwen Secret'::date`, '22007'],
      [`select 'Secret' +`, '42601'],
      [`do $$ begin raise warning 'Olwen Secret'; raise exception 'Olwen Secret'; end $$`, 'P0001'],
      [`set log_min_messages = 'info'`, '42501'],
    ];
    for (const [sql = '', code = ''] of failing) await assert.rejects(ask(url, sql), { code });
    const withParameters = inClient(url, (client) =>
      client.query('select $1::uuid', ['Olwen Secret']),
    );
    await assert.rejects(withParameters, { code: '22P02' });
    const log = await readFile(join(folder, 'postgres.log'), 'utf8');
    assert.match(log, /ready to accept connections/);
    assert.doesNotMatch(log, /Secret|insert into|diagnosis|people/i);
  });
});

function native(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const parent = createRequire(import.meta.url).resolve('embedded-postgres');
  const main = createRequire(parent).resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(main), '..', 'native');
}

async function start(onEvent?: (event: ServerEvent) => void): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(folder, onEvent);
  open.push(database);
  return database;
}

async function inClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

function ask(url: string, sql: string): Promise<unknown> {
  return inClient(
    url,
    async (client) => (await client.query<{ value: unknown }>(sql)).rows[0]?.value,
  );
}

function runWriter(): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writer], {
    cwd: root,
    env: { ...process.env, FOLDER: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Resolves to the last number seen, once it is at least `wanted`. */
async function numberAtLeast(child: ChildProcess, wanted: number): Promise<number> {
  if (!child.stdout) throw new Error('The output of the child is not read.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= wanted) return Number(line);
  }
  throw new Error('The child ended before it had written enough.');
}

async function writeUntilKilled(rows: number, alsoKill = async () => {}): Promise<number> {
  const child = runWriter();
  let acknowledged = 0;
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const enough = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      acknowledged = Number(line);
      if (acknowledged >= rows) resolve();
    });
  });
  await enough;
  const drained = once(lines, 'close');
  child.kill('SIGKILL');
  await alsoKill();
  await drained;
  return acknowledged;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function kill(pid: number | undefined): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

async function postmaster(): Promise<number | undefined> {
  const file = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(
    () => undefined,
  );
  return file === undefined ? undefined : Number(file.split('\n')[0]);
}
