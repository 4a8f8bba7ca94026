import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { openBrowser } from '../journeys/helpers/harness.js';
import { violations } from '../journeys/helpers/violations.js';
import { type Pictures, openPictures } from './pictures.js';
import { folder, openSite } from './site.js';

const Index = z.object({
  entries: z.record(
    z.string(),
    z.object({
      id: z.string(),
      title: z.string(),
      name: z.string(),
      type: z.enum(['story', 'docs']),
      tags: z.array(z.string()),
    }),
  ),
});

const index = z.parse(Index, JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
// `KITH_STORIES=about npm test -- stories` visits only the stories whose id contains “about”.
const wanted = process.env['KITH_STORIES'] ?? '';
const entries = Object.values(index.entries).filter(({ id }) => id.includes(wanted));

const narrow = { width: 320, height: 640 };
const tallest = 1600;
const wide = { width: 1280, height: 800 };

/** The outcome that a story reports: whether it reached its state, and what was wrong. */
interface Ended {
  readonly status: string;
  readonly wrong: readonly string[];
}

// Runs in the page before any other script, so that it listens before Storybook opens its channel.
const listening = `(() => {
  let channel;
  let tell;
  const of = (one) => String(one?.message ?? one?.description ?? one?.name ?? one);
  const wait = () => { globalThis.ended = new Promise((done) => { tell = done; }); };
  globalThis.goTo = (storyId) => {
    wait();
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  };
  wait();
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (one) => {
      channel = one;
      for (const event of ['storyErrored', 'storyThrewException', 'storyMissing', 'playFunctionThrewException', 'unhandledErrorsWhilePlaying'])
        channel.on(event, (error) => tell({ status: 'error', wrong: [of(error)] }));
      const isGuide = new URLSearchParams(location.search).get('viewMode') === 'docs';
      channel.on('storyFinished', ({ status, reporters }) => {
        // A guide is checked as a whole page afterwards.
        if (isGuide) return tell({ status, wrong: [] });
        const checks = reporters.filter(({ type }) => type === 'a11y');
        tell({ status, wrong: checks.length === 0 ? ['axe did not check the story'] : checks.flatMap(({ result }) => result.error
          ? [of(result.error)]
          : (result.violations ?? []).map(({ id, help, nodes }) => id + ': ' + help + '\\n' + nodes.map(({ html }) => html).join('\\n'))) });
      });
      channel.on('docsRendered', () => {
        // An element on the page may still be loading.
        if (!document.querySelector('#storybook-docs .sb-story')) tell({ status: 'success', wrong: [] });
      });
    },
  });
})()`;

let opened: Pictures | undefined;

describe('every story', { concurrency: 2 }, () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  let browser: Browser;
  const freeVisitors: Visitor[] = [];

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    opened = await openPictures(browser);
    freeVisitors.push(await openVisitor(browser), await openVisitor(browser));
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const visit = async (
    entry: (typeof entries)[number],
    look: (page: Page) => Promise<void>,
    globals = '',
  ) => {
    const visitor = freeVisitors.pop();
    assert.ok(visitor, 'no visitor is free');
    const { page, problems } = visitor;
    try {
      problems.length = 0;
      // Guides and tables are designed for wide screens.
      await page.setViewportSize(entry.type === 'docs' ? wide : narrow);
      // Changes from one story to the next without loading the page again, as a designer does. A finder needs a new
      // page, because it begins with the search in the address.
      const isStory = entry.type === 'story' && globals === '';
      const needsNewPage = !visitor.isThere || !isStory || entry.id.includes('finder');
      const address = `${site.address}/iframe.html?id=${entry.id}&viewMode=${entry.type}`;
      if (!needsNewPage) await page.evaluate(`goTo(${JSON.stringify(entry.id)})`);
      else await page.goto(`${address}&globals=${globals}`);
      visitor.isThere = isStory;
      const ended: Ended = await page.evaluate('ended');
      assert.deepEqual(ended.wrong, [], 'it comes to its state and passes axe');
      assert.equal(ended.status, 'success');
      await look(page);
      assert.deepEqual(problems, [], 'the console stays clean and no request fails');
    } catch (error) {
      // Leaves the story, so that its later problems do not count for the next one.
      await page.goto('about:blank');
      visitor.isThere = false;
      throw error;
    } finally {
      freeVisitors.push(visitor);
    }
  };

  const assertFits = async (page: Page, width: number): Promise<void> => {
    const taken = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(taken) <= width, `it takes ${String(taken)} px of ${String(width)}`);
  };

  // A table, heading or code that Markdown did not understand appears as it was typed.
  const assertRendered = async (page: Page): Promise<void> => {
    const text = await page.locator('#storybook-docs').innerText();
    assert.ok(text.trim() !== '', 'the page has text');
    assert.doesNotMatch(text, /^\s*(\|.*\||#+ |\* |- \[)|`.+`/m);
  };

  const assertLinksWork = async (page: Page): Promise<void> => {
    const links = await page.locator('#storybook-docs a[href^="?path="]').all();
    for (const link of links) {
      const path = (await link.getAttribute('href'))?.replace('?path=', '') ?? '';
      const isThere = Object.values(index.entries).some(
        ({ id, type }) => path === `/${type}/${id}`,
      );
      assert.ok(isThere, `nothing is at ${path}`);
    }
  };

  const assertLooksAsStored = async (
    page: Page,
    entry: (typeof entries)[number],
    name: string,
  ): Promise<void> => {
    const { width, height }: { readonly width: number; readonly height: number } =
      await page.evaluate(
        '(({ clientWidth, scrollHeight }) => ({ width: clientWidth, height: scrollHeight }))(document.documentElement)',
      );
    const picture = await page.screenshot({
      fullPage: true,
      // The first entries are enough for a picture of a long list.
      clip: {
        x: 0,
        y: 0,
        width,
        height: entry.tags.includes('whole') ? height : Math.min(height, tallest),
      },
      animations: 'disabled',
      caret: 'hide',
      // The QR code holds the address of the page, whose port differs each time.
      mask: [page.locator('canvas')],
    });
    assert.equal(await opened?.differs(name, picture), undefined);
  };

  const assertGuide = async (page: Page, entry: (typeof entries)[number]): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await assertRendered(page);
    await assertLinksWork(page);
    await assertFits(page, wide.width);
    // The states of an element already have pictures as stories.
    if (!entry.title.startsWith('Elements/')) await assertLooksAsStored(page, entry, entry.id);
    await page.setViewportSize(narrow);
    await assertFits(page, narrow.width);
    assert.deepEqual(await violations(page), [], 'it passes axe');
  };

  for (const entry of entries)
    test(`${entry.title}: ${entry.name} reaches its state and looks like its picture`, () =>
      visit(entry, async (page) => {
        if (entry.type === 'docs') return assertGuide(page, entry);
        await assertFits(page, narrow.width);
        await assertLooksAsStored(page, entry, entry.id);
        if (!entry.tags.includes('wide')) return;
        await page.setViewportSize(wide);
        await assertFits(page, wide.width);
        await assertLooksAsStored(page, entry, `${entry.id}.wide`);
      }));

  // Stories whose steps use text of a partner, text of a service, and messages with a number.
  for (const name of [
    'refer-yourself-and-its-dialog--dialog',
    'referral-form-for-yourself--check-answers',
    'activity-finder--shortlist',
  ])
    for (const entry of entries.filter(({ id }) => id === `elements-${name}`))
      test(`${entry.title}: ${entry.name} reaches its state in Welsh`, () =>
        visit(entry, (page) => assertFits(page, narrow.width), 'language:cy'));

  test('has a name of at most three parts, so that it is found in three clicks', () => {
    assert.deepEqual(
      entries.filter(({ title }) => title.split('/').length > 3).map(({ title }) => title),
      [],
    );
  });
});

// Runs after all other tests, because only then is it known which pictures were asked for.
test('every stored picture belongs to a story', async () => {
  if (wanted === '') assert.deepEqual(await opened?.leftOver(), []);
});

interface Visitor {
  readonly page: Page;
  /** Every problem that the browser has reported since the last visit began. */
  readonly problems: string[];
  /** Whether the page shows a story, so that the next one needs no new page. */
  isThere: boolean;
}

async function openVisitor(browser: Browser): Promise<Visitor> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: narrow,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.addInitScript(listening);
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()))
      problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Requests that were still open when the page was left.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${String(response.status())}: ${response.url()}`);
  });
  return { page, problems, isThere: false };
}
