import assert from 'node:assert/strict';
import { chunkOf } from '../helpers/chunks.js';
import { after, before, describe, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import {
  cards,
  linkOf,
  open,
  openFilledWorld,
  openFinder,
  placeField,
  activitiesToCheck,
  searchFor,
  searchNear,
  settled,
  textField,
} from '../helpers/finder.js';
import { type World, visit } from '../helpers/harness.js';
import { buttonsWithoutBorder } from '../helpers/buttons-without-border.js';
import { layoutProblems } from '../helpers/layout-problems.js';
import { button } from '../helpers/person.js';
import { violations } from '../helpers/violations.js';

type Look = (state: string) => Promise<void>;

const searches = '**/api/v1/activities?**';
const details = '**/api/v1/activities/*';

/** Answers requests for an address in a given way while an action runs. */
async function whileRouted(
  page: Page,
  address: string,
  answer: (route: Route) => Promise<void>,
  act: () => Promise<void>,
): Promise<void> {
  await page.route(address, answer);
  await act();
  await page.unroute(address);
}

const answerWith =
  (status: number, body = '{}') =>
  (route: Route) =>
    route.fulfill({ status, body, headers: { 'access-control-allow-origin': '*' } });

const failures = {
  offline: (route: Route) => route.abort(),
  refused: answerWith(403),
  unavailable: answerWith(503),
  unreadable: answerWith(200, '<title>Not ours</title>'),
} as const;

/** Holds back the answers to searches until the returned function is called. */
async function holdSearches(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(searches, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

async function seeTheList(page: Page, _world: World, site: string, look: Look): Promise<void> {
  await whileRouted(page, '**/api/v1/directory**', failures.offline, async () => {
    await page.goto(`${site}/activities.html`);
    await page.getByRole('heading', { name: 'We could not reach the service' }).waitFor();
    await look('the directory is unreachable');
  });
  const letGo = await holdSearches(page);
  await page.goto(`${site}/activities.html`);
  await page.getByRole('heading', { name: 'Looking for activities…' }).waitFor();
  await look('looking');
  letGo();
  await cards(page).first().waitFor();
  await page.unroute(searches);
  await look('the list');
  await searchFor(page, 'walk', () => textField(page).pressSequentially('walk'));
  await look('while a person types');
  for (const [kind, answer] of Object.entries(failures))
    await whileRouted(page, searches, answer, async () => {
      // The notice of the search before is shown until this one has failed, too.
      await searchFor(page, `choir ${kind}`);
      await page.locator('[part=notice]').waitFor();
      await look(`a search that failed: ${kind}`);
    });
}

async function seeTheSearch(page: Page, _world: World, site: string, look: Look): Promise<void> {
  await openFinder(page, site, '?find-place=TS18&find-free=yes&find-day=mo&find-category=arts');
  await look('chosen filters');
  // On a narrow screen the filters are behind a button.
  await page.setViewportSize({ width: 320, height: 800 });
  await page.getByRole('button', { name: /^Filters/ }).click();
  // “Age” is also a part of “Language”, hence the anchors.
  for (const name of [/^\s*Time of day/, /^\s*Access/, /^\s*Age/])
    await page.locator('summary').filter({ hasText: name }).click();
  await look('the filters');
  await openFinder(page, site, '?find-place=TS18');
  await button(page, 'Show map').click();
  await page.locator('.map path.leaflet-interactive').first().waitFor();
  await look('the map');
  await button(page, 'Show more').click();
  await cards(page).nth(30).waitFor();
  await look('more of the list');
  await searchNear(page, 'Atlantis');
  await page.getByText('We do not know this place').waitFor();
  await look('an unknown place');
  await button(page, 'Near me').click();
  await page.getByText('did not tell us where you are').waitFor();
  await look('a location that is not shared');
  await whileRouted(page, '**/api/v1/places**', failures.offline, async () => {
    await searchNear(page, 'Stockton');
    await page.getByText('We could not look up this place').waitFor();
    await look('a place that could not be looked up');
  });
  await openFinder(page, site, '?find-q=gardning');
  await page.getByText('This is what we found for “gardening”').waitFor();
  await look('a typing error');
  await page.goto(`${site}/activities.html?find-q=watercolour&find-category=cookery`);
  await page.getByText('Nothing fits all of this.').waitFor();
  await look('nothing found');
}

async function seeOneActivity(page: Page, world: World, site: string, look: Look): Promise<void> {
  const one = (id: string) => `${site}/activities.html?find-place=TS18&find-activity=${id}`;
  for (const [what, id] of Object.entries(await activitiesToCheck(world.server.backend))) {
    await page.goto(one(id));
    await page.getByText('Where this comes from').waitFor();
    await look(`an activity: ${what}`);
  }
  await button(page, 'Show a QR code').click();
  await button(page, 'Tell us this is wrong').click();
  await button(page, 'Send').click();
  await page.getByText('Select what is wrong').waitFor();
  await look('a report without its kind');
  await whileRouted(page, '**/api/v1/activity-reports**', failures.offline, async () => {
    await page.getByLabel('Day or time').check();
    await button(page, 'Send').click();
    await page.locator('[part=notice]').waitFor();
    await look('a report that failed');
  });
  await button(page, 'Try again').click();
  await page.getByText('Thank you. We will look at it.').waitFor();
  await look('a report that has arrived');
  await openFinder(page, site);
  await whileRouted(page, details, failures.unavailable, async () => {
    await linkOf(cards(page).first()).click();
    await page.locator('[part=notice]').waitFor();
    await look('an activity that failed');
  });
  await page.goto(one('0000-gone'));
  await page.getByRole('heading', { name: 'This activity is not on our list any more.' }).waitFor();
  await look('an activity that is gone');
}

async function seeTheShortlist(page: Page, _world: World, site: string, look: Look): Promise<void> {
  await openFinder(page, site);
  await button(page, 'Your list (0)').click();
  await page.getByText('You have not saved anything yet.').waitFor();
  await look('an empty shortlist');
  await button(page, 'Back to the list').click();
  for (const index of [0, 1, 2])
    await cards(page).nth(index).getByRole('button', { name: 'Save' }).click();
  await look('saved in the list');
  await button(page, 'Your list (3)').click();
  await page.getByLabel('Keep this list on this device').check();
  await button(page, 'Show a QR code').click();
  await look('a shortlist that is kept');
}

const forgive = [/422/, /net::/, /403/, /404/, /503/, /Failed to load resource/];

const widths = [320, 768, 1280] as const;

/** Waits until the browser has laid out the page again. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** The layout problems that a temporary change to the page causes. The change is reverted afterwards. */
async function layoutProblemsWhile(page: Page, change: string): Promise<readonly string[]> {
  const turn = (isOn: boolean): Promise<unknown> =>
    page.evaluate(`(({ root, isOn }) => { ${change} })({
      root: document.querySelector('kith-activity-finder').shadowRoot, isOn: ${isOn} })`);
  await turn(true);
  await drawn(page);
  const found = await layoutProblems(page);
  await turn(false);
  return found;
}

// Turns the direction around without changing the language, so that the steps still find the English text.
const rightToLeft = `for (const one of [document.documentElement, root.querySelector('.root')])
  one.dir = isOn ? 'rtl' : 'ltr';`;

// The spacing of WCAG 2.2, 1.4.12, as a style sheet of the person's own that reaches into every shadow root.
const wideSpaces = `
  globalThis.spaced ??= new CSSStyleSheet();
  globalThis.spaced.replaceSync(\`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important } p { margin-block-end: 2em !important }\`);
  const others = root.adoptedStyleSheets.filter((one) => one !== globalThis.spaced);
  root.adoptedStyleSheets = isOn ? [...others, globalThis.spaced] : others;`;

/** Every problem of a state: at each width, right to left, with wider text spacing, and in forced colours. */
async function problemsOf(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, wrong: readonly string[]): void => {
    found.push(...wrong.map((one) => `${where}: ${one}`));
  };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await drawn(page);
    note(`${width} px`, await layoutProblems(page));
    if (width === 768) continue;
    note(`${width} px`, await violations(page));
    note(`${width} px, right to left`, await layoutProblemsWhile(page, rightToLeft));
  }
  await page.emulateMedia({ forcedColors: 'active' });
  note('1280 px', await buttonsWithoutBorder(page.locator('kith-activity-finder')));
  await page.emulateMedia({ forcedColors: null });
  await page.setViewportSize({ width: 320, height: 800 });
  note('wider spaces', await layoutProblemsWhile(page, wideSpaces));
  await page.setViewportSize({ width: 1280, height: 800 });
  return found;
}

const at = (width: number, height = 800) => ({ viewport: { width, height } });
const both = async (page: Page) => [...(await violations(page)), ...(await layoutProblems(page))];

describe('the finder', () => {
  let world: World;
  before(async () => {
    world = await openFilledWorld();
  });
  after(() => world.close());

  const parts = {
    'the list': ['charity', seeTheList],
    'the search': ['housing', seeTheSearch],
    'one activity': ['library', seeOneActivity],
    'the shortlist': ['charity', seeTheShortlist],
  } as const;
  for (const [what, [site, see]] of Object.entries(parts))
    test(`meets WCAG 2.2 AA and fits every width, direction and spacing in each state of ${what}`, () =>
      visit(world.browser, { ...at(1280), forgive }, async ({ page }) => {
        const found: string[] = [];
        await see(page, world, world.server.sites[site], async (state) => {
          found.push(...(await problemsOf(page)).map((one) => `${state}: ${one}`));
        });
        assert.deepEqual(found, []);
      }));

  test('meets WCAG 2.2 AA on the service’s own page and on a dark one', () =>
    visit(world.browser, { ...at(1280), bypassCSP: true }, async ({ page }) => {
      await page.goto(`${world.server.backend}/activities?partner=northside-library`);
      await cards(page).first().waitFor();
      assert.deepEqual(await both(page), []);
      await page.addStyleTag({
        content: 'html, body { background: #10181c !important; color: #f4f4f0 !important }',
      });
      await cards(page).first().getByRole('button', { name: 'Save' }).click();
      assert.deepEqual(await both(page), []);
      await open(page, cards(page).first());
      await button(page, 'Tell us this is wrong').click();
      assert.deepEqual(await both(page), []);
    }));

  test('shifts no content while it loads, nor when a map or an activity is opened', () =>
    visit(world.browser, at(1280), async ({ page }) => {
      await page.addInitScript(() => {
        let moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (Reflect.get(entry, 'hadRecentInput') !== true)
              moved += Number(Reflect.get(entry, 'value'));
          Reflect.set(window, 'moved', moved);
        }).observe({ type: 'layout-shift', buffered: true });
        Reflect.set(window, 'moved', 0);
      });
      for (const site of Object.values(world.server.sites)) {
        await openFinder(page, site, '?find-place=TS18');
        await page.waitForTimeout(400);
        assert.equal(await page.evaluate('window.moved'), 0, `${site} as it comes`);
        await button(page, 'Show map').click();
        await page.locator('.map path.leaflet-interactive').first().waitFor();
        await open(page, cards(page).first());
        await page.waitForTimeout(700);
        assert.equal(await page.evaluate('window.moved'), 0, `${site} with a map and an activity`);
      }
    }));

  test('is no wider than a narrow screen before the rest of a long list is laid out', () =>
    visit(world.browser, at(320), async ({ page }) => {
      const letGo = await holdSearches(page);
      await page.goto(`${world.server.sites.charity}/activities.html`);
      await page.getByRole('heading', { name: 'Looking for activities…' }).waitFor();
      // Observed from within the page, because the state is over before a call from the test could see it.
      const seen = page.locator('[part=list]').evaluate(
        (list) =>
          new Promise<number>((resolve) => {
            new MutationObserver(() => {
              if (list.querySelector('.later')) resolve(list.scrollWidth - list.clientWidth);
            }).observe(list, { subtree: true, attributeFilter: ['class'] });
          }),
      );
      letGo();
      assert.equal(await seen, 0);
    }));

  test('prints the readable content with its address and a QR code, and no buttons', () =>
    visit(world.browser, at(794, 1123), async ({ page }) => {
      const onPaper = async (what: string): Promise<void> => {
        await page.emulateMedia({ media: 'print' });
        const finder = page.locator('kith-activity-finder');
        for (const one of await finder.getByRole('button').all()) {
          // The name of an activity stays, as plain text.
          const isName = await one.evaluate((element) => element.closest('.name') !== null);
          assert.ok(isName || !(await one.isVisible()), `${what}: ${await one.innerText()}`);
        }
        assert.ok(await finder.getByText(/^From http/).isVisible(), `${what} says where from`);
        const code = finder.getByRole('img', { name: 'QR code with the link to this' });
        assert.ok(await code.isVisible(), `${what} has a code`);
        const isDrawn = await code.evaluate(
          (canvas) => canvas instanceof HTMLCanvasElement && canvas.width === canvas.height,
        );
        assert.ok(isDrawn, `the code of ${what} is drawn`);
        assert.deepEqual(await layoutProblems(page), [], what);
        await page.emulateMedia({ media: 'screen' });
      };
      const drawing = chunkOf('src/directory/activity/qr-code.ts');
      const code = page.waitForResponse((response) => response.url().includes(drawing));
      await openFinder(page, world.server.sites.library, '?find-q=choir');
      await code;
      await cards(page).first().getByRole('button', { name: 'Save' }).click();
      await page.waitForTimeout(200);
      await onPaper('the list');
      await open(page, cards(page).first());
      await page.waitForTimeout(200);
      await onPaper('an activity');
      await button(page, 'Back to the list').click();
      await button(page, 'Your list (1)').click();
      await page.waitForTimeout(200);
      await onPaper('the shortlist');
    }));

  test('stays usable when an answer takes three seconds, and shows the results of the newest search', () =>
    visit(world.browser, { ...at(1280), forgive: [/net::ERR_ABORTED/] }, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      const answered: string[] = [];
      await page.route(searches, async (route) => {
        const address = route.request().url();
        const isFirst = address.includes('q=garden');
        await new Promise((resolve) => setTimeout(resolve, isFirst ? 3000 : 300));
        answered.push(isFirst ? 'first' : 'second');
        await route.continue().catch(() => undefined);
      });
      await textField(page).fill('garden');
      await page.locator('[part=results][aria-busy=true]').waitFor();
      assert.equal(await cards(page).count(), 24, 'the earlier results stay');
      await page.locator('[role=status]').getByText('Looking for activities…').waitFor();
      await textField(page).fill('choir');
      await settled(page);
      const names = await cards(page).first().innerText();
      await page.waitForTimeout(3200);
      assert.deepEqual(answered, ['second', 'first']);
      assert.equal(await cards(page).first().innerText(), names);
      assert.match(page.url(), /find-q=choir/);
    }));

  test('keeps the place that a person typed when they open an activity and return', () =>
    visit(world.browser, at(320), async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      await searchNear(page, 'ts18 1ab');
      await page.getByText('TS18, Stockton-on-Tees').waitFor();
      await open(page, cards(page).first());
      await button(page, 'Back to the list').click();
      assert.equal(await placeField(page).inputValue(), 'ts18 1ab');
    }));
});
