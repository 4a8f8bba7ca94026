import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { chunkOf } from './helpers/chunks.js';
import { type Visit, type World, eventually, openWorld, visit } from './helpers/harness.js';
import {
  comesTo,
  goOn,
  heading,
  openForm,
  openPage,
  referYourself,
  titles,
  walkTo,
} from './helpers/person.js';

const entry = /\/embed\/v1\/kith\.js/;
const formCode = chunkOf('src/referral/opener/open-form.ts');
const profile = /\/api\/v1\/profile/;
const blocked = /ERR_FAILED|ERR_BLOCKED|could not be loaded/;
const siteNames = ['library', 'charity', 'housing'] as const;
const partners = {
  library: 'northside-library',
  charity: 'open-door',
  housing: 'bridgewater-homes',
} as const;

const asksFor = ({ requested }: Visit, pattern: RegExp): boolean =>
  requested.some((address) => pattern.test(address));

/** The layout shift so far that no action of a person caused. */
const jumps = ({ page }: Visit): Promise<number> =>
  page.evaluate(() => Number(Reflect.get(globalThis, 'jumps') ?? 0));

function watchJumps(): void {
  Reflect.set(globalThis, 'jumps', 0);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      if (Reflect.get(one, 'hadRecentInput') !== true)
        Reflect.set(
          globalThis,
          'jumps',
          Number(Reflect.get(globalThis, 'jumps')) + Number(Reflect.get(one, 'value')),
        );
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Waits until two frames have been drawn, so that every layout shift has been counted. */
const isDrawn = ({ page }: Visit): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );

/** A layout shift score that browser tools show as zero, since they round to three decimals. */
const unseen = 0.0005;

describe('a partner’s page', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  for (const name of siteNames) {
    test(`of the ${name} does not shift when it loads or when the form opens`, () =>
      visit(world.browser, {}, async (there) => {
        const { page } = there;
        await page.addInitScript(watchJumps);
        await openPage(page, world.server.sites[name]);
        await isDrawn(there);
        assert.ok((await jumps(there)) < unseen, 'on load');
        // A pointer comes near before it presses, which loads the form. On a busy machine, content that moves more than
        // half a second after the press would count as an unexpected shift.
        await referYourself(page).hover();
        await page.waitForLoadState('networkidle');
        await referYourself(page).click();
        await comesTo(page, titles.start);
        await isDrawn(there);
        assert.ok((await jumps(there)) < unseen, 'on opening');
      }));

    test(`of the ${name} loads the code of the form only when a pointer or the focus comes near`, () =>
      visit(world.browser, {}, async (there) => {
        const { page } = there;
        for (const comeNear of [
          () => referYourself(page).hover(),
          () => referYourself(page).focus(),
        ]) {
          await page.mouse.move(1, 1);
          await openPage(page, world.server.sites[name]);
          await page.waitForLoadState('networkidle');
          const loaded = await page.evaluate(() =>
            performance.getEntriesByType('resource').map((one) => one.name),
          );
          assert.equal(
            loaded.some((address) => address.includes(formCode)),
            false,
          );
          assert.equal(
            loaded.some((address) => profile.test(address)),
            false,
          );
          await comeNear();
          await eventually('the form’s code and the profile are asked for', () =>
            page.evaluate(
              ([code, about]) => {
                const names = performance.getEntriesByType('resource').map((one) => one.name);
                return [code, about].every((part) =>
                  names.some((address) => address.includes(part)),
                );
              },
              [formCode, '/api/v1/profile'] as const,
            ),
          );
          assert.equal(await heading(page, titles.start).count(), 0, 'nothing opens by itself');
        }
      }));

    test(`of the ${name} links to the service’s own page when our script is blocked`, () =>
      visit(world.browser, { forgive: [blocked] }, async (there) => {
        const { page, context } = there;
        await context.route(entry, (route) => route.abort());
        await page.goto(world.server.sites[name]);
        await referYourself(page).click();
        await page.waitForURL(`${world.server.backend}/refer?partner=${partners[name]}`);
        await page.getByRole('link', { name: '01632 960 123' }).waitFor();
        await page.getByRole('link', { name: 'Call 999' }).waitFor();
      }));

    test(`of the ${name} leads to the service’s own page when only the code of the form is blocked`, () =>
      visit(world.browser, { forgive: [blocked] }, async (there) => {
        const { page, context } = there;
        await context.route(`**${formCode}`, (route) => route.abort());
        await openPage(page, world.server.sites[name]);
        await referYourself(page).click();
        await page.waitForURL(`${world.server.backend}/refer?partner=${partners[name]}`);
        await page.getByRole('link', { name: '01632 960 123' }).waitFor();
        await page.getByRole('link', { name: 'Call 999' }).waitFor();
      }));
  }

  test('opens the service’s own page in a new tab when a visitor presses Control or Command', () =>
    visit(world.browser, {}, async ({ page, context }) => {
      await openPage(page, world.server.sites.library);
      const opened = context.waitForEvent('page');
      await referYourself(page).click({ modifiers: ['ControlOrMeta'] });
      const tab = await opened;
      await tab.waitForURL(/\/refer\?partner=northside-library$/);
      assert.equal(await heading(page, titles.start).count(), 0);
    }));

  test('requests no files except the partner’s and the service’s own', () =>
    visit(world.browser, {}, async (there) => {
      await openForm(there.page, world.server.sites.library);
      await walkTo(there.page, 'sent');
      const { backend, sites } = world.server;
      assert.deepEqual(
        there.requested.filter(
          (address) => !address.startsWith(`${backend}/`) && !address.startsWith(sites.library),
        ),
        [],
      );
      assert.ok(asksFor(there, /\/api\/v1\/referrals\?partner=northside-library$/));
    }));
});

describe('the service’s own page', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  for (const partner of ['open-door', undefined])
    test(`holds the form for ${partner ?? 'no partner'}`, () =>
      visit(world.browser, {}, async ({ page, context }) => {
        const query = partner === undefined ? '' : `?partner=${partner}`;
        await page.goto(`${world.server.backend}/refer${query}`);
        await walkTo(page, 'sent', { isDirect: true });
        assert.deepEqual(await context.cookies(), []);
        assert.equal(page.url(), `${world.server.backend}/refer${query}`);
      }));

  test('gives telephone numbers and urgent help to a person without JavaScript who follows the plain link', () =>
    visit(world.browser, { javaScriptEnabled: false }, async ({ page }) => {
      for (const name of siteNames) {
        await page.goto(world.server.sites[name]);
        await referYourself(page).click();
        await page.waitForURL(`${world.server.backend}/refer?partner=${partners[name]}`);
        await page.getByRole('heading', { name: titles.start }).waitFor();
        const call = page.getByRole('link', { name: '01632 960 123' });
        assert.equal(await call.first().getAttribute('href'), 'tel:+441632960123');
        await page.getByText('Monday to Friday, 9am to 5pm').first().waitFor();
        for (const help of ['Call 999', 'Call 111', 'Call 116 123', 'Text 85258'])
          await page.getByRole('link', { name: help }).waitFor();
        await page.goto(`${world.server.sites[name]}/refer.html`);
        await page.getByRole('link', { name: /service’s own page/ }).click();
        await page.waitForURL(`${world.server.backend}/refer?partner=${partners[name]}`);
      }
    }));

  test('says what to do when a link names an unknown partner', () =>
    visit(world.browser, { forgive: [/404/] }, async ({ page }) => {
      await page.goto(`${world.server.backend}/refer?partner=nobody`);
      await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
      await page.getByRole('link', { name: 'Go to the form without that link' }).click();
      await heading(page, titles.start).waitFor();
      await goOn(page, 'start');
      await comesTo(page, titles.place);
    }));
});
