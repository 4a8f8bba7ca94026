import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { openBrowser } from '../journeys/harness.js';
import { violations } from '../journeys/violations.js';
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
// `KITH_STORIES=about npm test -- stories` visits some of them.
const wanted = process.env['KITH_STORIES'] ?? '';
const entries = Object.values(index.entries).filter(({ id }) => id.includes(wanted));

const narrow = { width: 320, height: 640 };
const tallest = 1600;
const wide = { width: 1280, height: 800 };

/** What a story tells when it has come to its state, or could not. */
interface Ended {
  readonly status: string;
  readonly wrong: readonly string[];
}

// Runs in the page before anything else: whoever opens the channel later finds that we listen already.
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
        // In a guide the whole page is looked at afterwards.
        if (isGuide) return tell({ status, wrong: [] });
        const checks = reporters.filter(({ type }) => type === 'a11y');
        tell({ status, wrong: checks.length === 0 ? ['axe did not look at it'] : checks.flatMap(({ result }) => result.error
          ? [of(result.error)]
          : (result.violations ?? []).map(({ id, help, nodes }) => id + ': ' + help + '\\n' + nodes.map(({ html }) => html).join('\\n'))) });
      });
      channel.on('docsRendered', () => {
        // The element that it shows may still be coming.
        if (!document.querySelector('#storybook-docs .sb-story')) tell({ status: 'success', wrong: [] });
      });
    },
  });
})()`;

let opened: Pictures | undefined;

describe('every story', { concurrency: 2 }, () => {
  let site: Awaited<ReturnType<typeof openSite>>;
  let browser: Browser;
  const free: Visitor[] = [];

  before(async () => {
    [site, browser] = await Promise.all([openSite(), openBrowser()]);
    opened = await openPictures(browser);
    free.push(await openVisitor(browser), await openVisitor(browser));
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
    const visitor = free.pop();
    assert.ok(visitor, 'nobody is free to look');
    const { page, problems } = visitor;
    try {
      problems.length = 0;
      // Guides and tables are read at a desk.
      await page.setViewportSize(entry.type === 'docs' ? wide : narrow);
      // From one story to the next as a designer goes, without loading everything anew; a finder begins where the
      // address of its page says.
      const isStory = entry.type === 'story' && globals === '';
      const isAnew = !visitor.isThere || !isStory || entry.id.includes('finder');
      const address = `${site.address}/iframe.html?id=${entry.id}&viewMode=${entry.type}`;
      if (!isAnew) await page.evaluate(`goTo(${JSON.stringify(entry.id)})`);
      else await page.goto(`${address}&globals=${globals}`);
      visitor.isThere = isStory;
      const ended: Ended = await page.evaluate('ended');
      assert.deepEqual(ended.wrong, [], 'it comes to its state and passes axe');
      assert.equal(ended.status, 'success');
      await look(page);
      assert.deepEqual(problems, [], 'the console stays clean and no request fails');
    } catch (error) {
      // What it may still complain of is not the next one's fault.
      await page.goto('about:blank');
      visitor.isThere = false;
      throw error;
    } finally {
      free.push(visitor);
    }
  };

  const fits = async (page: Page, width: number): Promise<void> => {
    const taken = await page.evaluate('document.documentElement.scrollWidth');
    assert.ok(Number(taken) <= width, `it takes ${String(taken)} px of ${String(width)}`);
  };

  // A table, a heading or code that was not understood stands there as it was typed.
  const isWritten = async (page: Page): Promise<void> => {
    const text = await page.locator('#storybook-docs').innerText();
    assert.ok(text.trim() !== '', 'something stands there');
    assert.doesNotMatch(text, /^\s*(\|.*\||#+ |\* |- \[)|`.+`/m);
  };

  const leadsSomewhere = async (page: Page): Promise<void> => {
    const links = await page.locator('#storybook-docs a[href^="?path="]').all();
    for (const link of links) {
      const path = (await link.getAttribute('href'))?.replace('?path=', '') ?? '';
      const isThere = Object.values(index.entries).some(
        ({ id, type }) => path === `/${type}/${id}`,
      );
      assert.ok(isThere, `nothing is at ${path}`);
    }
  };

  const looksAs = async (
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
      // Of a long list the first ones say it all.
      clip: {
        x: 0,
        y: 0,
        width,
        height: entry.tags.includes('whole') ? height : Math.min(height, tallest),
      },
      animations: 'disabled',
      caret: 'hide',
      // A code holds the address of the page, whose port is another one each time.
      mask: [page.locator('canvas')],
    });
    assert.equal(await opened?.differs(name, picture), undefined);
  };

  const readsWell = async (page: Page, entry: (typeof entries)[number]): Promise<void> => {
    await page.waitForLoadState('networkidle');
    await isWritten(page);
    await leadsSomewhere(page);
    await fits(page, wide.width);
    // Of an element, what it shows has a picture as a story.
    if (!entry.title.startsWith('Elements/')) await looksAs(page, entry, entry.id);
    await page.setViewportSize(narrow);
    await fits(page, narrow.width);
    assert.deepEqual(await violations(page), [], 'it passes axe');
  };

  for (const entry of entries)
    test(`${entry.title}: ${entry.name}`, () =>
      visit(entry, async (page) => {
        if (entry.type === 'docs') return readsWell(page, entry);
        await fits(page, narrow.width);
        await looksAs(page, entry, entry.id);
        if (!entry.tags.includes('wide')) return;
        await page.setViewportSize(wide);
        await fits(page, wide.width);
        await looksAs(page, entry, `${entry.id}.wide`);
      }));

  // Where a step looks for what a partner wrote, what a service calls things, and words with a number in them.
  for (const name of [
    'refer-yourself-and-its-dialog--dialog',
    'referral-form-for-yourself--check-answers',
    'activity-finder--shortlist',
  ])
    for (const entry of entries.filter(({ id }) => id === `elements-${name}`))
      test(`${entry.title}: ${entry.name}, in Welsh`, () =>
        visit(entry, (page) => fits(page, narrow.width), 'language:cy'));

  test('is found in three clicks: no name has more than three parts', () => {
    assert.deepEqual(
      entries.filter(({ title }) => title.split('/').length > 3).map(({ title }) => title),
      [],
    );
  });
});

// After all others: only then is it known which pictures were asked for.
test('no picture is without its story', async () => {
  if (wanted === '') assert.deepEqual(await opened?.leftOver(), []);
});

interface Visitor {
  readonly page: Page;
  /** Everything the browser complained of since it last went somewhere. */
  readonly problems: string[];
  /** Whether stories are being shown. */
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
    // What was still to come when we went on to the next.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${String(response.status())}: ${response.url()}`);
  });
  return { page, problems, isThere: false };
}
