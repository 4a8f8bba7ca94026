/**
 * `npm run bench`: sizes, and what a person with a slow phone would feel, on the built bundle, the real backend
 * and the demo sites. Times are medians of several runs on this machine at a fourth of its speed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../scripts/browser.mjs';
import { isRecord } from '../src/shared/record.js';
import './sizes.js';

// A page that is made up on the way counts as one of the internet, which may not ask this machine.
const openLoopback = '--disable-features=LocalNetworkAccessChecks';
const runs = 7;
const slowDown = 4;

interface Server {
  readonly backend: string;
  readonly sites: readonly string[];
  stop(): Promise<void>;
}

async function startServer(): Promise<Server> {
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

interface Measured {
  readonly layoutShift: number;
  readonly longestTask: number;
  readonly press: number;
}

// Observed from the first moment of the page on; read after the form has been opened.
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

// From the press to the frame in which the start page's title is on the screen. Waits for the press itself.
function timePress(): void {
  const pressed = new Promise<number>((resolve) => {
    addEventListener(
      'click',
      () => {
        resolve(performance.now());
      },
      { capture: true, once: true },
    );
  });
  const findTitle = (root: ParentNode): Element | undefined => {
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const title = shadowRoot && (shadowRoot.querySelector('#title') ?? findTitle(shadowRoot));
      if (title) return title;
    }
    return undefined;
  };
  const measured = pressed.then(
    (start) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const isShown = (findTitle(document)?.getBoundingClientRect().height ?? 0) > 0;
          requestAnimationFrame(() => {
            if (isShown) resolve(performance.now() - start);
            else look();
          });
        };
        look();
      }),
  );
  Reflect.set(window, 'pressMeasured', measured);
}

// A page with nothing on it but the snippet: tasks on it are ours, where a partner's page has its own.
const barePage = (backend: string): string => `<!doctype html><html lang="en"><title>Bare</title>
<script type="module" src="${backend}/embed/v1/kith.js" data-partner="northside-library"></script>
<kith-refer-yourself><a href="${backend}/refer?partner=northside-library">Refer yourself</a></kith-refer-yourself>`;

async function measure(browser: Browser, site: string, bare?: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  // The runner's own compiler wraps functions in a helper that no page has.
  await page.addInitScript('globalThis.__name = (value) => value;');
  await page.addInitScript(observe);
  if (bare !== undefined)
    await page.route(`${site}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: bare }),
    );
  await page.goto(`${site}/`, { waitUntil: 'networkidle' });
  const code = page.waitForResponse(/\/api\/v1\/profile/);
  await page.locator('kith-refer-yourself a').first().hover();
  await code;
  await page.waitForTimeout(500);
  await page.evaluate(timePress);
  await page.locator('kith-refer-yourself a').first().click();
  const press = Number(await page.evaluate('window.pressMeasured'));
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByLabel('Postcode').fill('TS1 2AB');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Day').waitFor();
  const seen: unknown = await page.evaluate('window.seen');
  await page.close();
  return {
    press,
    layoutShift: isRecord(seen) ? Number(seen['layoutShift']) : Number.NaN,
    longestTask: isRecord(seen) ? Number(seen['longestTask']) : Number.NaN,
  };
}

const exceeded: string[] = [];

function tell(name: string, value: number, most: number): void {
  console.log(`${name.padEnd(34)}${value.toFixed(1).padStart(7)} of ${String(most).padStart(6)}`);
  if (value > most) exceeded.push(name);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const server = await startServer();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...browserFlags, openLoopback],
});
try {
  const [library = ''] = server.sites;
  const pages = [
    ...server.sites.map((site) => ({ name: site, site, bare: undefined })),
    { name: 'a page with nothing else on it', site: library, bare: barePage(server.backend) },
  ];
  for (const { name, site, bare } of pages) {
    const all: Measured[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await measure(browser, site, bare));
    const press = median(all.map((one) => one.press));
    const shift = Math.max(...all.map(({ layoutShift }) => layoutShift));
    const task = median(all.map(({ longestTask }) => longestTask));
    console.log(`\n${name}, ${slowDown} times slower, median of ${runs}`);
    tell('press to first page, ms', press, 100);
    tell('cumulative layout shift', shift, 0);
    if (bare === undefined)
      console.log(`(longest task, the page’s own among them: ${task.toFixed(0)} ms)`);
    else tell('longest task, ms', task, 50);
  }
} finally {
  await browser.close();
  await server.stop();
}
if (exceeded.length > 0) {
  console.error(`Over budget on this machine: ${exceeded.join('; ')}`);
  process.exitCode = 1;
}
