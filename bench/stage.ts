import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type CDPSession, type Page, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';
import { isRecord } from '../src/core/record.js';
import { earlierTimes } from './earlier.js';

/** How many times slower than this machine the phone is that the budgets are for. */
export const slowDown = 4;

// The browser takes an intercepted page for a public site, which may not call a backend on this machine.
const openLoopback = '--disable-features=LocalNetworkAccessChecks';

/** What measurements need: the real backend with its demo sites, and a browser. */
export interface Stage {
  readonly backend: string;
  readonly sites: readonly string[];
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Starts the backend, with a database of its own, and a browser. */
export async function openStage(): Promise<Stage> {
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...browserFlags, openLoopback],
  });
  return {
    ...server,
    browser,
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, PORT: '0', KITH_DATA: folder },
  });
  const message = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => {
      reject(new Error('the server did not start'));
    });
  });
  const sites = isRecord(message) && Array.isArray(message['sites']) ? message['sites'] : [];
  return {
    backend: isRecord(message) ? String(message['backend']) : '',
    sites: sites.map((site: unknown) => String(isRecord(site) ? site['address'] : site)),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until the sample directory is complete: the server imports it after it has begun to answer requests. */
export async function directoryIsFilled(backend: string): Promise<void> {
  for (let before = -1; ; await wait(1000)) {
    const answer = await fetch(`${backend}/api/v1/activities?partner=northside-library&limit=1`);
    const page: unknown = answer.ok ? await answer.json() : undefined;
    const total = isRecord(page) ? Number(page['total']) : 0;
    if (total > 0 && total === before) return;
    before = total;
  }
}

/** Opens a page that is as slow as on a slow phone. */
export async function openPage(
  browser: Browser,
  rate = slowDown,
): Promise<{ readonly page: Page; readonly session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  // The compiler of this script wraps functions in a helper that pages do not have.
  await page.addInitScript('globalThis.__name = (value) => value;');
  await page.addInitScript(observe);
  return { page, session };
}

/** What the browser has recorded since the page was opened. */
export interface Seen {
  readonly layoutShift: number;
  readonly longestTask: number;
}

// Records from the first moment of the page.
function observe(): void {
  const seen = { layoutShift: 0, longestTask: 0 };
  Reflect.set(window, 'seen', seen);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const value: unknown = Reflect.get(entry, 'value');
      if (Reflect.get(entry, 'hadRecentInput') !== true) seen.layoutShift += Number(value);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.longestTask = Math.max(seen.longestTask, entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** Reads what the browser has recorded so far. */
export async function seenBy(page: Page): Promise<Seen> {
  const seen: unknown = await page.evaluate('window.seen');
  return {
    layoutShift: isRecord(seen) ? Number(seen['layoutShift']) : Number.NaN,
    longestTask: isRecord(seen) ? Number(seen['longestTask']) : Number.NaN,
  };
}

/** The value that a given share of all values is below. */
export const share = (part: number, values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(part * values.length))
  ] ?? Number.NaN;

/** The median of the values. */
export const median = (values: readonly number[]): number => share(0.5, values);

const exceeded: string[] = [];

/** Prints a value beside its budget and the earlier one, and remembers when it is over. */
export function tell(name: string, value: number, most: number): void {
  const earlier = earlierTimes[name];
  console.log(
    `${name.padEnd(34)}${value.toFixed(1).padStart(7)} of ${String(most).padStart(6)}${earlier === undefined ? '' : `, earlier ${earlier}`}`,
  );
  if (!(value <= most)) exceeded.push(name);
}

/** Ends with 1 when a value has exceeded its budget. */
export function reportExceeded(): void {
  if (exceeded.length === 0) return;
  console.error(`Over budget on this machine: ${exceeded.join('; ')}`);
  process.exitCode = 1;
}
