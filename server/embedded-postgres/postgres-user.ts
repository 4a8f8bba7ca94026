import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { parse } from 'node:path';

/** The result of a finished program. */
export interface Finished {
  readonly ok: boolean;
  readonly output: string;
}

/** How to run a program as the user that owns PostgreSQL. */
export interface PostgresUser {
  /** Set only if Node runs as root: the owner of PostgreSQL's files. */
  readonly owner?: Ids;
  /** Placed before each command if changing the user is not enough. */
  readonly prefix: readonly string[];
}

interface Ids {
  readonly uid: number;
  readonly gid: number;
}

const ourselves: PostgresUser = { prefix: [] };

/** Runs a program as `user` and returns its output. */
export function run(
  user: PostgresUser,
  command: readonly string[],
  options: { readonly input?: string; readonly quiet?: boolean } = {},
): Promise<Finished> {
  const [program = '', ...args] = [...user.prefix, ...command];
  // With a pipe, the server that `pg_ctl start` leaves running would keep the pipe open.
  const out = options.quiet ? 'ignore' : 'pipe';
  const child = spawn(program, args, {
    ...(user.prefix.length === 0 ? user.owner : {}),
    // Protects it from Ctrl-C, which a terminal sends to its whole process group.
    detached: process.platform !== 'win32',
    cwd: parse(process.cwd()).root,
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['pipe', out, out],
    windowsHide: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  // A program that exits early closes its input; its exit code gives the reason.
  child.stdin?.on('error', () => undefined).end(options.input);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      resolve({ ok: false, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ ok: code === 0, output });
    });
  });
}

/**
 * Finds a user that may run `program` on files in `folder`. PostgreSQL does not run as root, so root uses the owner of
 * an existing `data` folder, or else the user "postgres", which is created if needed.
 */
export async function postgresUser(
  folder: string,
  data: string,
  program: string,
): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return ourselves;
  const owner = (await ownerOf(data)) ?? (await idsOf('postgres')) ?? (await createUser());
  for (const prefix of [
    [],
    throughClosedFolders(owner, 'read_search'),
    throughClosedFolders(owner, 'override'),
  ]) {
    const user = { owner, prefix };
    if (await canWork(user, folder, program)) return user;
  }
  throw new Error(
    `PostgreSQL cannot run as root, and the user "postgres" may not enter ${folder} or run ${program}: ` +
      'start as an ordinary user, or move the project to a folder that other users may enter, such as /srv.',
  );
}

/**
 * A clone in /root or a `mktemp -d` folder is closed to everyone but root. Instead of changing such folders, this gives
 * the user the one capability needed to enter them; containers often lack the narrower of the two.
 */
function throughClosedFolders(
  { uid, gid }: Ids,
  right: 'read_search' | 'override',
): readonly string[] {
  const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  // access(2), which PostgreSQL uses to find its programs, honours a user's capabilities only with this bit.
  const bit = '--securebits=+no_setuid_fixup';
  return ['setpriv', ...user, bit, `--inh-caps=+dac_${right}`, `--ambient-caps=+dac_${right}`];
}

async function canWork(user: PostgresUser, folder: string, program: string): Promise<boolean> {
  return (await run(user, ['sh', '-c', 'cd "$0" && test -x "$1"', folder, program])).ok;
}

async function ownerOf(path: string): Promise<Ids | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function idsOf(name: string): Promise<Ids | undefined> {
  const [uid, gid] = await Promise.all([
    run(ourselves, ['id', '-u', name]),
    run(ourselves, ['id', '-g', name]),
  ]);
  return uid.ok && gid.ok ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

async function createUser(): Promise<Ids> {
  const options = ['--system', '--user-group', '--no-create-home'];
  const made = await run(ourselves, ['useradd', ...options, 'postgres']);
  const ids = await idsOf('postgres');
  if (ids) return ids;
  throw new Error(
    'PostgreSQL cannot run as root, and the user "postgres" could not be made ' +
      `(${made.output.trim()}): start as an ordinary user.`,
  );
}
