/**
 * `npm run bench faults`: sends 10,000 referrals while everything fails in turn, then counts what was lost, doubled or
 * left unanswered, and for how long the backend was unavailable. The server and its embedded database are real
 * processes on a data folder of their own. The disk is filled only where this user may mount a small one (root on
 * Linux); elsewhere that fault is left out, and the output says so. `--check` ends with 1 if a referral is lost or
 * doubled. `--count=500` sends fewer.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import * as z from 'zod/mini';
import { examplesFor } from '../server/openapi/request-examples.js';
import { ServiceProfile } from '../src/core/service/service-profile.js';

const partner = 'northside-library';
const together = 8;
/** Of a hundred requests, how many lose their connection at a random moment before the answer arrives. */
const droppedOfHundred = 10;
const pauseBetweenFaults = 6000;

const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1];
const count = Number(option('count') ?? 10_000);

const run = promisify(execFile);

/** How often the server ended by itself. */
let crashes = 0;

const folder = await mkdtemp(join(tmpdir(), 'kith-faults-'));
await chmod(folder, 0o755);
const hasSmallDisk = await mountSmallDisk();
const port = await freePort();
const backend = `http://127.0.0.1:${port}`;
let server = await startServer();

/** A disk on which a large file leaves no room for the database. */
async function mountSmallDisk(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run('mount', ['-t', 'tmpfs', '-o', 'size=600m,mode=755', 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  await new Promise((resolve) => taken.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function startServer(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, PORT: String(port), KITH_DATA: folder, DATABASE_URL: '' },
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
  ]);
  child.once('exit', (_, signal) => {
    if (signal !== 'SIGKILL' && signal !== 'SIGTERM') crashes += 1;
  });
  return child;
}

async function killServer(): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
  server = await startServer();
}

const postmasterFile = async (): Promise<readonly string[]> =>
  (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');

/** Sends a signal to PostgreSQL: it ends at once after SIGKILL, and cancels all transactions and ends after SIGINT. */
async function signalDatabase(signal: NodeJS.Signals): Promise<void> {
  const [pid] = await postmasterFile();
  process.kill(Number(pid), signal);
}

function* repeated(chunk: Buffer): Generator<Buffer> {
  for (;;) yield chunk;
}

async function fillDisk(): Promise<void> {
  const filling = join(folder, 'filling');
  const more = Buffer.alloc(1 << 20);
  // The largest possible file: writing ends with an error once there is no room left.
  await writeFile(filling, repeated(more), { flush: true }).catch(() => undefined);
  await wait(pauseBetweenFaults);
  await rm(filling, { force: true });
}

const faults: readonly { readonly name: string; readonly cause: () => Promise<void> }[] = [
  { name: 'server killed', cause: killServer },
  { name: 'database killed', cause: () => signalDatabase('SIGKILL') },
  { name: 'database stopped', cause: () => signalDatabase('SIGINT') },
  ...(hasSmallDisk ? [{ name: 'disk full', cause: fillDisk }] : []),
];

// Requests and faults.

interface Tally {
  readonly attempts: Record<string, number>;
  readonly acknowledged: Map<number, string>;
}

const tally: Tally = { attempts: {}, acknowledged: new Map() };
const counted = (what: string): void => {
  tally.attempts[what] = (tally.attempts[what] ?? 0) + 1;
};

const profile = z.parse(
  ServiceProfile,
  await (await fetch(`${backend}/api/v1/profile?partner=${partner}`)).json(),
);
const example = examplesFor(profile.consent.version).sendReferral;
const Receipt = z.object({ reference: z.string() });

/** Sends one referral as a form does: the same answers with the same key, until there is a receipt. */
async function refer(number: number): Promise<void> {
  const key = randomUUID();
  const body = JSON.stringify({
    ...example,
    answers: { ...example.answers, matters: { text: `Fault run ${number}` } },
  });
  for (;;) {
    const isDropped = Math.random() * 100 < droppedOfHundred;
    const signal = AbortSignal.timeout(isDropped ? Math.floor(Math.random() * 150) : 20_000);
    const response = await fetch(`${backend}/api/v1/referrals?partner=${partner}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body,
      signal,
    })
      .then(async (answer) => ({ status: answer.status, text: await answer.text() }))
      .catch(() => ({ status: 0, text: '' }));
    counted(response.status === 0 ? 'no answer' : String(response.status));
    if (response.status === 201) {
      const { reference } = z.parse(Receipt, JSON.parse(response.text));
      tally.acknowledged.set(number, reference);
      return;
    }
    if (response.status !== 0 && response.status < 500)
      throw new Error(`a referral was refused with ${response.status}: ${response.text}`);
    await wait(200);
  }
}

const sending = { isOver: false };

async function sendAll(): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < count) await refer(next++);
    }),
  );
  sending.isOver = true;
}

/** Milliseconds for which the backend was not ready after each fault, by fault. */
const unavailable = new Map<string, number[]>();

async function isReady(): Promise<boolean> {
  return fetch(`${backend}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function causeFaults(): Promise<void> {
  for (let turn = 0; !sending.isOver; turn += 1) {
    await wait(pauseBetweenFaults);
    const fault = faults[turn % faults.length];
    if (!fault) return;
    const caused = performance.now();
    let lastFailure = caused;
    const cause = { isOver: false };
    const causing = fault.cause().finally(() => (cause.isOver = true));
    for (let readyInTurn = 0; !cause.isOver || readyInTurn < 10; await wait(50)) {
      readyInTurn = (await isReady()) ? readyInTurn + 1 : 0;
      if (readyInTurn === 0) lastFailure = performance.now();
    }
    await causing;
    const before = unavailable.get(fault.name) ?? [];
    unavailable.set(fault.name, [...before, lastFailure - caused]);
  }
}

// What is stored, asked of the database itself.

async function stored(): Promise<ReadonlyMap<number, readonly string[]>> {
  const password = await readFile(join(folder, 'postgres-password'), 'utf8');
  const databasePort = (await postmasterFile())[3]?.trim();
  const client = new pg.Client(`postgresql://kith:${password}@127.0.0.1:${databasePort}/kith`);
  await client.connect();
  const { rows } = await client.query<{ reference: string; text: string }>(
    `select reference, answers -> 'matters' ->> 'text' as text from referral`,
  );
  await client.end();
  const found = new Map<number, string[]>();
  for (const { reference, text } of rows) {
    const number = Number(/^Fault run (\d+)$/.exec(text)?.[1]);
    found.set(number, [...(found.get(number) ?? []), reference]);
  }
  return found;
}

try {
  const started = performance.now();
  await Promise.all([sendAll(), causeFaults()]);
  const found = await stored();
  const lost = [...tally.acknowledged].filter(
    ([number, reference]) => !found.get(number)?.includes(reference),
  ).length;
  const doubled = [...found.values()].filter(({ length }) => length > 1).length;
  const seconds = (performance.now() - started) / 1000;
  console.log(`${count} referrals in ${seconds.toFixed(0)} s, ${together} at once
  lost      ${lost}
  doubled   ${doubled}
  answers   ${Object.entries(tally.attempts)
    .map(([what, times]) => `${what}: ${times}`)
    .join(', ')}
  ended by itself: the server ${crashes} times
  unavailable seconds after each fault`);
  for (const [name, times] of unavailable)
    console.log(`    ${name.padEnd(18)}${times.map((one) => (one / 1000).toFixed(1)).join(', ')}`);
  if (!hasSmallDisk) console.log('    disk full         not tried: this user may not mount a disk');
  if (lost + doubled + crashes > 0 && process.argv.includes('--check')) process.exitCode = 1;
} finally {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
  // Lazily, because PostgreSQL's last processes may still be ending.
  if (hasSmallDisk) await run('umount', ['--lazy', folder]);
  await rm(folder, { recursive: true, force: true });
}
