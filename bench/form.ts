import type { Browser } from 'playwright-core';
import { type Seen, type Stage, median, openPage, seenBy, slowDown, tell } from './stage.js';

const runs = 7;

interface Measured extends Seen {
  readonly press: number;
}

// Measures from the press until the frame that shows the title of the start page. It waits for the press itself.
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

// A page with only the snippet, so that all long tasks are ours. A partner's page has tasks of its own.
const barePage = (backend: string): string => `<!doctype html><html lang="en"><title>Bare</title>
<script type="module" src="${backend}/embed/v1/kith.js" data-partner="northside-library"></script>
<kith-refer-yourself><a href="${backend}/refer?partner=northside-library">Refer yourself</a></kith-refer-yourself>`;

async function measure(browser: Browser, site: string, bare?: string): Promise<Measured> {
  const { page } = await openPage(browser);
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
  const seen = await seenBy(page);
  await page.close();
  return { press, ...seen };
}

/** Measures the delay after pressing a partner's button and while answering the first questions. */
export async function measureForm({ browser, backend, sites }: Stage): Promise<void> {
  const [library = ''] = sites;
  const pages = [
    ...sites.map((site) => ({ name: site, site, bare: undefined })),
    { name: 'a page with nothing else on it', site: library, bare: barePage(backend) },
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
}
