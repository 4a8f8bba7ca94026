import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Receipt } from '../../src/contract/receipt.js';
import { type World, eventually, openWorld, staffReferrals, visit } from './harness.js';
import {
  button,
  comesTo,
  goOn,
  hasFocus,
  heading,
  linesToCheck,
  openForm,
  openPage,
  ordinary,
  referenceOn,
  titles,
  walkTo,
} from './person.js';

const offline = /ERR_INTERNET_DISCONNECTED/;
const lost = /ERR_FAILED|ERR_CONNECTION/;
const toReferrals = /\/api\/v1\/referrals\?/;

/** Waits for the notice that a call did not come through, which must have the focus. */
async function hearsOfTrouble(page: Page): Promise<void> {
  const notice = page.getByRole('region', { name: 'We could not reach the service' });
  await notice.waitFor();
  await eventually('the notice has the focus', () => hasFocus(notice));
  await notice.getByText('Your answers are still here.').waitFor();
  assert.equal(
    await notice.getByRole('link', { name: '01632 960 123' }).getAttribute('href'),
    'tel:+441632960123',
  );
}

/** A name that only one test gives. */
const named = (name: string) => ({
  answers: { name: (page: Page) => page.getByLabel('Full name').fill(name) },
});

const referralsOf = async ({ server }: World, name: string) =>
  (await staffReferrals(server.backend)).filter(({ answers }) => answers.name?.full === name);

describe('a person whose connection fails', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('while the postcode is looked at: is told, keeps the answer, tries again and goes on', () =>
    visit(world.browser, { forgive: [offline] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'place');
      await ordinary.place?.(page);
      await context.setOffline(true);
      await goOn(page);
      await hearsOfTrouble(page);
      assert.equal(await page.getByLabel('Postcode').inputValue(), 'TS1 2AB');
      await button(page, 'Try again').click();
      await hearsOfTrouble(page);
      await context.setOffline(false);
      await button(page, 'Try again').click();
      await comesTo(page, titles.birth);
    }));

  test('while it is sent: is told, keeps every answer, tries again, and one referral is stored', () =>
    visit(world.browser, { forgive: [offline] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.charity);
      await walkTo(page, 'check', named('Olive Offline'));
      const lines = await linesToCheck(page);
      await context.setOffline(true);
      await goOn(page, 'check');
      await hearsOfTrouble(page);
      assert.deepEqual(await linesToCheck(page), lines);
      await button(page, 'Try again').click();
      await hearsOfTrouble(page);
      assert.equal((await referralsOf(world, 'Olive Offline')).length, 0);
      await context.setOffline(false);
      await button(page, 'Try again').click();
      await comesTo(page, titles.sent);
      const [stored, ...others] = await referralsOf(world, 'Olive Offline');
      assert.equal(others.length, 0);
      assert.equal(await referenceOn(page), stored?.reference);
    }));

  test('before the form has come: is told in the dialog, and the form comes when they try again', () =>
    visit(world.browser, { forgive: [offline, lost] }, async ({ page, context }) => {
      await context.route(/\/api\/v1\/profile/, (route) => route.abort());
      await openPage(page, world.server.sites.library);
      await page.locator('kith-refer-yourself').getByRole('link').click();
      const notice = page.getByRole('region', { name: 'We could not reach the service' });
      await notice.waitFor();
      await page
        .locator('kith-form-dialog')
        .getByRole('link', { name: 'Refer yourself' })
        .waitFor();
      await context.unroute(/\/api\/v1\/profile/);
      await button(page, 'Try again').click();
      await comesTo(page, titles.start);
    }));

  for (const times of [1, 2])
    test(`after the referral was stored, ${String(times)} times over: the receipt is that of the one stored`, () =>
      visit(world.browser, { forgive: [lost] }, async ({ page, context }) => {
        const name = `Lee Lost the ${String(times)}`;
        await openForm(page, world.server.sites.housing);
        await walkTo(page, 'check', named(name));
        const answers: unknown[] = [];
        const keys = new Set<string | undefined>();
        await context.route(toReferrals, async (route) => {
          keys.add(route.request().headers()['idempotency-key']);
          const answer = await route.fetch();
          answers.push(await answer.json());
          if (answers.length > times) await route.fulfill({ response: answer });
          else await route.abort();
        });
        await goOn(page, 'check');
        await hearsOfTrouble(page);
        for (let again = 1; again < times; again += 1) {
          await button(page, 'Try again').click();
          await eventually('it was sent again', () => answers.length === again + 1);
          await hearsOfTrouble(page);
        }
        await button(page, 'Send my referral').click();
        await comesTo(page, titles.sent);
        const [stored, ...others] = await referralsOf(world, name);
        assert.ok(stored);
        assert.equal(others.length, 0, 'one referral is stored');
        const { reference, receivedAt, contactBy } = stored;
        assert.equal(answers.length, times + 1);
        for (const answer of answers) {
          assert.deepEqual(answer, answers[0], 'each time the same');
          const receipt = Receipt.parse(answer);
          assert.deepEqual(
            [receipt.reference, receipt.receivedAt, receipt.contactBy],
            [reference, receivedAt, contactBy],
          );
        }
        assert.equal(await referenceOn(page), reference);
        assert.equal(keys.size, 1, 'every try has the same key');
      }));

  test('after the referral was stored, and who then changes an answer, gets a referral with the change', () =>
    visit(world.browser, { forgive: [lost] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Before Change'));
      await context.route(toReferrals, async (route) => {
        await route.fetch();
        await route.abort();
      });
      await goOn(page, 'check');
      await hearsOfTrouble(page);
      await context.unroute(toReferrals);
      await button(page, 'Change Full name').click();
      await comesTo(page, titles.name);
      await page.getByLabel('Full name').fill('After Change');
      await goOn(page);
      await comesTo(page, titles.check);
      await goOn(page, 'check');
      await comesTo(page, titles.sent);
      const [stored] = await referralsOf(world, 'After Change');
      assert.equal(await referenceOn(page), stored?.reference);
    }));

  test('with a server in trouble: is told, and sends well when the trouble is over', () =>
    visit(world.browser, { forgive: [/503/] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Una Available'));
      await context.route(toReferrals, (route) =>
        route.fulfill({
          status: 503,
          body: 'no JSON at all',
          headers: { 'access-control-allow-origin': '*' },
        }),
      );
      await goOn(page, 'check');
      await hearsOfTrouble(page);
      await page.getByText('The service is not working at the moment.').waitFor();
      await context.unroute(toReferrals);
      await button(page, 'Try again').click();
      await comesTo(page, titles.sent);
      assert.equal((await referralsOf(world, 'Una Available')).length, 1);
    }));
});

describe('a person who presses twice', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const twice = (element: Element): void => {
    if (!(element instanceof HTMLElement)) return;
    element.click();
    element.click();
  };

  test('on Send, before anything could change, makes one referral', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Dot Double'));
      await button(page, 'Send my referral').evaluate(twice);
      await comesTo(page, titles.sent);
      assert.equal((await referralsOf(world, 'Dot Double')).length, 1);
    }));

  test('on Send, while it is on its way, makes one referral', () =>
    visit(world.browser, {}, async ({ page, context, requested }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Dan Double'));
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await context.route(toReferrals, async (route) => {
        await held;
        await route.continue();
      });
      await goOn(page, 'check');
      await button(page, 'Sending…').click({ force: true });
      await button(page, 'Sending…').click({ force: true });
      release();
      await comesTo(page, titles.sent);
      assert.equal((await referralsOf(world, 'Dan Double')).length, 1);
      assert.equal(requested.filter((address) => toReferrals.test(address)).length, 1);
    }));

  for (const how of ['in one moment', 'as a hand does'] as const)
    test(`on Continue, ${how}, goes one page on from every page`, () =>
      visit(world.browser, {}, async ({ page }) => {
        await openForm(page, world.server.sites.library);
        const pages = Object.entries(titles).slice(0, -2);
        for (const [index, [name, title]] of pages.entries()) {
          await heading(page, title).waitFor();
          const answer = Object.entries(ordinary).find(([one]) => one === name)?.[1];
          await answer?.(page);
          const next = button(page, name === 'start' ? 'Start now' : 'Continue');
          if (how === 'in one moment') await next.evaluate(twice);
          else await next.dblclick();
          const [, following = ''] = Object.entries(titles)[index + 1] ?? [];
          await heading(page, following).waitFor();
          const problems = await page.getByText('There is a problem').count();
          assert.equal(problems, 0, `a second press on “${title}” is none on “${following}”`);
        }
      }));
});
