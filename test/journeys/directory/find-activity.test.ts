import assert from 'node:assert/strict';
import { chunkOf } from '../helpers/chunks.js';
import { after, before, describe, test } from 'node:test';
import { StoredActivityReportPage } from '../../../src/directory/contract/directory.js';
import {
  cards,
  count,
  open,
  openFilledWorld,
  openFinder,
  placeField,
  searchFor,
  searchNear,
  textField,
} from '../helpers/finder.js';
import { type World, eventually, staffReferrals, staffToken, visit } from '../helpers/harness.js';
import { button, comesTo, hasFocus, titles, walkTo } from '../helpers/person.js';

describe('a person who looks for an activity', () => {
  let world: World;
  before(async () => {
    world = await openFilledWorld();
  });
  after(() => world.close());

  test('finds an activity nearby and asks a link worker about it, and the referral names the activity', async () => {
    const { server, browser } = world;
    await visit(browser, {}, async ({ page, requested }) => {
      await openFinder(page, server.sites.library);
      await searchNear(page, 'ts18 1ab');
      await page.getByText('TS18, Stockton-on-Tees').waitFor();
      await searchFor(page, 'walking');
      const first = cards(page).first();
      assert.match(await first.innerText(), /mile/);
      const name = await first.getByRole('heading').innerText();
      await open(page, first);
      await page.getByText('When', { exact: true }).waitFor();
      await button(page, 'Ask a link worker about this').click();
      await comesTo(page, titles.start);
      await page.getByText(`You would like to talk about: ${name}`).waitFor();
      await walkTo(page, 'sent');
      const [referral] = await staffReferrals(server.backend);
      assert.equal(referral?.activity?.name, name);
      const told = requested.filter((address) => /ts18[%+ ]*1ab/i.test(address));
      assert.deepEqual(told, [], 'no address contains the postcode');
    });
  });

  test('narrows a search with filters that show how many results remain', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      const gardening = page.getByRole('checkbox', { name: /^Gardening and nature \d+$/ });
      const label = await gardening.evaluate((box) => box.parentElement?.textContent ?? '');
      const promised = /\d+/.exec(label.replace(/,/g, ''))?.[0] ?? 'none';
      await gardening.check();
      await count(page).getByText(`${promised} activities`).waitFor();
      await page.getByRole('button', { name: 'Remove: Gardening and nature' }).click();
      await count(page).getByText('2,000 activities').waitFor();
    });
  });

  test('is told which filter to drop when nothing matches, and how many results that gives', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.goto(
        `${world.server.sites.library}/activities.html?find-q=watercolour&find-category=cookery`,
      );
      await page.getByText('Nothing fits all of this.').waitFor();
      const way = page.getByRole('button', { name: /^Search without Cooking/ });
      const promised = /\((\d+)/.exec(await way.innerText())?.[1] ?? 'none';
      await way.click();
      await count(page).getByText(`${promised} activit`).waitFor();
    });
  });

  test('finds results in spite of a typing error, and is told what was searched for', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      await searchFor(page, 'gardning');
      await page.getByText('This is what we found for “gardening”').waitFor();
      assert.ok((await cards(page).count()) > 0);
    });
  });

  test('is told when a place is unknown, and loses nothing', async () => {
    await visit(world.browser, { forgive: [/422/] }, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      await searchFor(page, 'choir');
      await searchNear(page, 'Atlantis');
      await page.getByText('We do not know this place').waitFor();
      await eventually('the focus is where the mistake is', () => hasFocus(placeField(page)));
      assert.equal(await textField(page).inputValue(), 'choir');
      assert.ok((await cards(page).count()) > 0);
    });
  });

  test('keeps a shortlist in memory, and on the device only when they choose to', async () => {
    const { library } = world.server.sites;
    await visit(world.browser, {}, async ({ page }) => {
      await openFinder(page, library);
      const name = await cards(page).first().getByRole('heading').innerText();
      await cards(page).first().getByRole('button', { name: 'Save' }).click();
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      await page.getByRole('button', { name: 'Your list (1)' }).click();
      await page.getByRole('heading', { name: 'Your list' }).waitFor();
      await page.getByLabel('Keep this list on this device').check();
      await page.reload();
      await page.getByRole('button', { name: 'Your list (1)' }).click();
      await page.getByRole('button', { name, exact: true }).waitFor();
      await page.getByLabel('Keep this list on this device').uncheck();
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    });
  });

  test('comes back from their list with the focus on the button that led there', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      await button(page, 'Your list (0)').click();
      await page.getByRole('heading', { name: 'Your list' }).waitFor();
      await button(page, 'Back to the list').click();
      await eventually('the focus is on the button', () => hasFocus(button(page, 'Your list (0)')));
    });
  });

  test('tells the service that an entry is wrong, which staff can read', async () => {
    const { server, browser } = world;
    await visit(browser, {}, async ({ page }) => {
      await openFinder(page, server.sites.charity);
      await open(page, cards(page).first());
      await button(page, 'Tell us this is wrong').click();
      await button(page, 'Send').click();
      await page.getByText('Select what is wrong').waitFor();
      await page.getByLabel('Day or time').check();
      await page.getByLabel('What should it say?').fill('It is on Fridays now');
      await button(page, 'Send').click();
      await page.getByText('Thank you. We will look at it.').waitFor();
    });
    const answer = await fetch(`${server.backend}/api/v1/staff/activity-reports`, {
      headers: { authorization: `Bearer ${staffToken}` },
    });
    const [report] = StoredActivityReportPage.parse(await answer.json()).items;
    assert.deepEqual([report?.text, report?.partner], ['It is on Fridays now', 'open-door']);
  });

  test('keeps the results when the connection fails, and can try again', async () => {
    const forgive = [/ERR_FAILED/, /net::/];
    await visit(world.browser, { forgive }, async ({ page }) => {
      await openFinder(page, world.server.sites.housing);
      const before = await cards(page).count();
      await page.route('**/api/v1/activities?**', (route) => route.abort());
      await textField(page).fill('choir');
      await page.getByRole('heading', { name: 'We could not reach the service' }).waitFor();
      assert.equal(await cards(page).count(), before, 'the old results stay');
      assert.ok(await page.getByRole('link', { name: '01632 960 123' }).first().isVisible());
      await page.unroute('**/api/v1/activities?**');
      await button(page, 'Try again').click();
      await page
        .getByRole('heading', { name: 'We could not reach the service' })
        .waitFor({ state: 'detached' });
      assert.equal(await textField(page).inputValue(), 'choir');
    });
  });

  test('returns from an activity to its place in the list, by the browser’s Back and by the button', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openFinder(page, world.server.sites.library);
      const second = cards(page).nth(1);
      const name = await second.getByRole('heading').innerText();
      await open(page, second);
      const address = page.url();
      await page.goBack();
      await cards(page).first().waitFor();
      await page.goto(address);
      await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
      await button(page, 'Back to the list').click();
      await cards(page).first().waitFor();
    });
  });

  test('sees the map only after asking for it, and a marker moves the focus to its card', async () => {
    await visit(world.browser, {}, async ({ page, requested }) => {
      await openFinder(page, world.server.sites.library, '?find-place=TS18&find-q=choir');
      const map = chunkOf('src/directory/finder/map/finder-map.ts');
      const ofMap = () =>
        requested.filter((address) => address.includes(map) || /tiles/.test(address));
      assert.deepEqual(ofMap(), []);
      await button(page, 'Show map').click();
      await page.locator('.map path.leaflet-interactive').first().waitFor();
      assert.ok(ofMap().length > 1);
      await page.locator('.map path.leaflet-interactive').first().dispatchEvent('click');
      await eventually(
        'a card has the focus',
        async () => (await page.locator('article button:focus').count()) > 0,
      );
      await button(page, 'Hide map').click();
      await page.locator('.map').waitFor({ state: 'detached' });
    });
  });
});
