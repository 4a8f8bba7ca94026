import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { compiled, root } from '../compiled.js';

export interface ProcessResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningProcess {
  readonly backend: string;
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  readonly child: ChildProcess;
  readonly ended: Promise<ProcessResult>;
  /** The output so far. */
  readonly out: () => string;
  /** Stops the process in the same way as Ctrl-C, and waits for its end. */
  stop(): Promise<ProcessResult>;
}

const Ready = z.object({
  backend: z.string(),
  sites: z.array(z.object({ name: z.string(), address: z.string() })),
});

type Variables = Readonly<Record<string, string>>;

const running = new Map<ChildProcess, Promise<ProcessResult>>();

/** Stops all processes that are still running, for example after a failed test. */
export async function stopAll(): Promise<void> {
  for (const child of running.keys()) child.kill('SIGINT');
  await Promise.all(running.values());
}

/** Runs a program of the project; settings in the environment of the test run are not passed on. */
export function run(script: string, args: readonly string[], variables: Variables) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(KITH_.*|DATABASE_URL|PORT|HOST)$/.test(name),
    ),
  );
  const child = spawn(process.execPath, [compiled(script), ...args], {
    cwd: root,
    env: { ...env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => (out += String(chunk)));
  child.stderr?.on('data', (chunk) => (err += String(chunk)));
  const ended = new Promise<ProcessResult>((resolve) => {
    child.on('close', (code, signal) => {
      resolve({ code, signal, out, err });
    });
  });
  running.set(child, ended);
  void ended.then(() => running.delete(child));
  return { child, ended, out: () => out };
}

/** Starts the backend and waits until it is ready. */
export async function startBackend(variables: Variables): Promise<RunningProcess> {
  const { child, ended, out } = run('server/main.ts', [], { PORT: '0', ...variables });
  const message = new Promise<unknown>((resolve) => child.once('message', resolve));
  const early = ended.then(({ err }) => {
    throw new Error(`did not start: ${err}`);
  });
  const ready = z.parse(Ready, await Promise.race([message, early]));
  return {
    ...ready,
    child,
    ended,
    out,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Starts the backend with settings for which it is expected to exit with an error. */
export const startFailing = (variables: Variables): Promise<ProcessResult> =>
  run('server/main.ts', [], { PORT: '0', ...variables }).ended;

/** Creates an empty temporary folder. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  remove(): Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'kith-main-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
