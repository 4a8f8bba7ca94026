import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { ActivityPage } from '../../../src/directory/contract/activity-page.js';
import { openFilledWorld } from '../helpers/finder.js';
import { type World, eventually, staffReferrals, visit } from '../helpers/harness.js';
import { button, comesTo, hasFocus, titles, walkTo } from '../helpers/person.js';
import { violations } from '../helpers/violations.js';

const list = (page: Page): Locator => page.locator('kith-activity-list');
const cards = (page: Page): Locator => list(page).getByRole('article');
const nameOn = (card: Locator): Locator => card.getByRole('heading').getByRole('button');

/** Opens a partner's page that has a list of recommended activities. */
async function openPage(page: Page, site: string): Promise<void> {
  await page.goto(site);
  await cards(page).first().waitFor();
}

/** Opens the details of an activity, and returns its name. */
async function openCard(page: Page, card: Locator): Promise<string> {
  const name = await nameOn(card).innerText();
  await nameOn(card).click();
  await list(page).getByRole('heading', { name, exact: true }).waitFor();
  await list(page).getByText('When', { exact: true }).waitFor();
  return name;
}

/** The levels of the headings with a given name, as the browser reports them to assistive technology. */
async function headingLevels(page: Page, name: string): Promise<readonly unknown[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter((node) => node.role?.value === 'heading' && node.name?.value === name)
    .map(({ properties = [] }) => properties.find((one) => one.name === 'level')?.value.value);
}

describe('a person to whom a community connector recommends activities', () => {
  let world: World;
  let ids: readonly string[] = [];
  before(async () => {
    world = await openFilledWorld();
    const { backend } = world.server;
    const answer = await fetch(
      `${backend}/api/v1/activities?partner=northside-library&place=TS18&limit=5`,
    );
    ids = ActivityPage.parse(await answer.json()).items.map(({ id }) => id);
  });
  after(() => world.close());

  test('opens one and asks a link worker about it, and the referral names the activity', async () => {
    const { server, browser } = world;
    await visit(browser, {}, async ({ page }) => {
      await openPage(page, server.sites.library);
      const address = page.url();
      const name = await openCard(page, cards(page).nth(1));
      await button(page, 'Ask a link worker about this').click();
      await comesTo(page, titles.start);
      await page.getByText(`You would like to talk about: ${name}`).waitFor();
      await walkTo(page, 'sent');
      assert.equal(page.url(), address, 'the address is the partner’s');
      const [referral] = await staffReferrals(server.backend);
      assert.deepEqual([referral?.activity?.name, referral?.partner], [name, 'northside-library']);
    });
  });

  test('opens an activity and returns to the list with the keyboard alone', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openPage(page, world.server.sites.housing);
      const third = nameOn(cards(page).nth(2));
      const name = await third.innerText();
      await nameOn(cards(page).nth(1)).focus();
      await page.keyboard.press('Tab');
      assert.ok(await hasFocus(third));
      await page.keyboard.press('Enter');
      const title = list(page).getByRole('heading', { name, exact: true });
      await button(page, 'Back to the list').waitFor();
      await eventually('the focus is on the title', () => hasFocus(title));
      assert.deepEqual(
        await headingLevels(page, name),
        [3],
        'one level below “Gardens and good company”',
      );
      await page.keyboard.press('Shift+Tab');
      assert.ok(await hasFocus(button(page, 'Back to the list')));
      await page.keyboard.press('Enter');
      await eventually('the focus is on the card', () => hasFocus(third));
    });
  });

  test('sees the whole list in the partner’s finder', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openPage(page, world.server.sites.library);
      const all = list(page).getByRole('link', { name: /^See all/ });
      const promised = /[\d,]+/.exec(await all.innerText())?.[0] ?? 'none';
      await all.click();
      await page.getByRole('heading', { name: `${promised} activities` }).waitFor();
      assert.match(page.url(), /activities\.html\?find-place=TS18&/);
    });
  });

  test('opens in the partner’s finder an activity that was shared from the list', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openPage(page, world.server.sites.library);
      const name = await openCard(page, cards(page).first());
      const mail = await list(page)
        .getByRole('link', { name: 'Send by email' })
        .getAttribute('href');
      const [shared = ''] = /http\S+$/.exec(decodeURIComponent(mail ?? '')) ?? [];
      await page.goto(shared);
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
    });
  });

  test('finds the activities that the connector copied from a finder, in the connector’s order', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      const { library } = world.server.sites;
      await openPage(page, library);
      const wanted = [ids[3], 'gone-since', ids[0], ids[1]].join();
      const copied = `${library}/activities.html?find-ids=${wanted}`;
      await list(page).evaluate((element, query) => {
        element.removeAttribute('limit');
        element.setAttribute('query', query);
      }, copied);
      await eventually('three cards', async () => (await cards(page).count()) === 3);
      const shown = await cards(page).evaluateAll((all) => all.map((one) => one.id));
      assert.deepEqual(shown, [
        `card-${ids[3] ?? ''}`,
        `card-${ids[0] ?? ''}`,
        `card-${ids[1] ?? ''}`,
      ]);
    });
  });

  test('sees the partner’s own link when JavaScript is off', async () => {
    await visit(world.browser, { javaScriptEnabled: false }, async ({ page }) => {
      await page.goto(world.server.sites.housing);
      const link = list(page).getByRole('link', { name: 'See what is on near you' });
      assert.ok(await link.isVisible());
      assert.equal(
        await link.getAttribute('href'),
        `${world.server.backend}/activities?partner=bridgewater-homes`,
      );
    });
  });

  for (const width of [390, 1280])
    test(`sees no layout shift when the list loads, at ${width} px`, async () => {
      // So tall that the whole page is in view, because only shifts in view count.
      await visit(world.browser, { viewport: { width, height: 5000 } }, async ({ page }) => {
        await page.addInitScript(`
          globalThis.shift = 0;
          new PerformanceObserver((list) => {
            for (const { value } of list.getEntries()) globalThis.shift += value;
          }).observe({ type: 'layout-shift', buffered: true });`);
        await openPage(page, world.server.sites.library);
        await page.waitForTimeout(300);
        const shift = Number(await page.evaluate('globalThis.shift'));
        assert.ok(shift < 0.1, `everything moved by ${String(shift)}`);
      });
    });

  for (const width of [320, 768, 1280])
    test(`meets no accessibility barrier in any state at ${width} px`, async () => {
      const options = { viewport: { width, height: 800 }, forgive: [/503/, /net::/] };
      await visit(world.browser, options, async ({ page }) => {
        const { housing } = world.server.sites;
        const search = '**/api/v1/activities?**';
        const look = async (state: string): Promise<void> => {
          assert.deepEqual(await violations(page), [], state);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.equal(wide, width, `${state} does not scroll sideways`);
        };
        const answer = (status: number, json: unknown) =>
          page.route(search, (route) =>
            route.fulfill({ status, json, headers: { 'access-control-allow-origin': '*' } }),
          );
        await openPage(page, housing);
        await look('the list');
        await openCard(page, cards(page).first());
        await button(page, 'Show a QR code').click();
        await button(page, 'Tell us this is wrong').click();
        await button(page, 'Send').click();
        await page.getByText('Select what is wrong').waitFor();
        await look('an activity');

        await page.route(search, () => undefined);
        await page.goto(housing);
        await eventually('placeholders for the cards', async () =>
          list(page)
            .locator('.blank')
            .last()
            .evaluate((one) => getComputedStyle(one).visibility === 'visible')
            .catch(() => false),
        );
        await look('a list that is loading');
        await page.unroute(search);

        await answer(200, { items: [], total: 0, facets: {} });
        await page.goto(housing);
        await page.getByText('There is nothing in this list at the moment.').waitFor();
        await look('an empty list');
        await page.unroute(search);

        await answer(503, {});
        await page.goto(housing);
        await list(page).getByRole('heading', { name: 'We could not reach the service' }).waitFor();
        assert.ok(
          await list(page).getByRole('link', { name: '01632 960 123' }).first().isVisible(),
        );
        assert.ok(await page.getByRole('link', { name: 'See what is on near you' }).isVisible());
        await look('a list that failed to load');
        await page.unroute(search);
        await button(page, 'Try again').click();
        await cards(page).first().waitFor();
      });
    });
});
