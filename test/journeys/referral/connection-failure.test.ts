import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Receipt } from '../../../src/referral/contract/receipt.js';
import { type World, eventually, openWorld, staffReferrals, visit } from '../helpers/harness.js';
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
} from '../helpers/person.js';

const offline = /ERR_INTERNET_DISCONNECTED/;
const lost = /ERR_FAILED|ERR_CONNECTION/;
const toReferrals = /\/api\/v1\/referrals\?/;

/** Waits for the notice that a request failed, which must have the focus. */
async function seesFailureNotice(page: Page): Promise<void> {
  const notice = page.getByRole('region', { name: 'We could not reach the service' });
  await notice.waitFor();
  await eventually('the notice has the focus', () => hasFocus(notice));
  await notice.getByText('Your answers are still here.').waitFor();
  assert.equal(
    await notice.getByRole('link', { name: '01632 960 123' }).getAttribute('href'),
    'tel:+441632960123',
  );
}

/** The answers with a name that only one test uses. */
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

  test('is told while the postcode is checked, keeps the answer, tries again and goes on', () =>
    visit(world.browser, { forgive: [offline] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'place');
      await ordinary.place?.(page);
      await context.setOffline(true);
      await goOn(page);
      await seesFailureNotice(page);
      assert.equal(await page.getByLabel('Postcode').inputValue(), 'TS1 2AB');
      await button(page, 'Try again').click();
      await seesFailureNotice(page);
      await context.setOffline(false);
      await button(page, 'Try again').click();
      await comesTo(page, titles.birth);
    }));

  test('is told while the referral is sent, keeps every answer and tries again, and one referral is stored', () =>
    visit(world.browser, { forgive: [offline] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.charity);
      await walkTo(page, 'check', named('Olive Offline'));
      const lines = await linesToCheck(page);
      await context.setOffline(true);
      await goOn(page, 'check');
      await seesFailureNotice(page);
      assert.deepEqual(await linesToCheck(page), lines);
      await button(page, 'Try again').click();
      await seesFailureNotice(page);
      assert.equal((await referralsOf(world, 'Olive Offline')).length, 0);
      await context.setOffline(false);
      await button(page, 'Try again').click();
      await comesTo(page, titles.sent);
      const [stored, ...others] = await referralsOf(world, 'Olive Offline');
      assert.equal(others.length, 0);
      assert.equal(await referenceOn(page), stored?.reference);
    }));

  test('is told in the dialog when the form cannot load, and gets the form after trying again', () =>
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
    test(`gets the receipt of the one stored referral when ${String(times)} of the answers to it are lost`, () =>
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
        await seesFailureNotice(page);
        for (let again = 1; again < times; again += 1) {
          await button(page, 'Try again').click();
          await eventually('it was sent again', () => answers.length === again + 1);
          await seesFailureNotice(page);
        }
        await button(page, 'Send my referral').click();
        await comesTo(page, titles.sent);
        const [stored, ...others] = await referralsOf(world, name);
        assert.ok(stored);
        assert.equal(others.length, 0, 'one referral is stored');
        const { reference, receivedAt, contactBy } = stored;
        assert.equal(answers.length, times + 1);
        for (const answer of answers) {
          assert.deepEqual(answer, answers[0], 'every answer is the same');
          const receipt = Receipt.parse(answer);
          assert.deepEqual(
            [receipt.reference, receipt.receivedAt, receipt.contactBy],
            [reference, receivedAt, contactBy],
          );
        }
        assert.equal(await referenceOn(page), reference);
        assert.equal(keys.size, 1, 'every try has the same key');
      }));

  test('gets a referral with the change when they change an answer after a lost receipt', () =>
    visit(world.browser, { forgive: [lost] }, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Before Change'));
      await context.route(toReferrals, async (route) => {
        await route.fetch();
        await route.abort();
      });
      await goOn(page, 'check');
      await seesFailureNotice(page);
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

  test('is told that the server is unavailable, and can send once it is available again', () =>
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
      await seesFailureNotice(page);
      await page.getByText('The service is not working at the moment.').waitFor();
      await context.unroute(toReferrals);
      await button(page, 'Try again').click();
      await comesTo(page, titles.sent);
      assert.equal((await referralsOf(world, 'Una Available')).length, 1);
    }));
});

describe('a person who presses a button twice', () => {
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

  test('makes one referral when both presses on Send come before the page changes', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', named('Dot Double'));
      await button(page, 'Send my referral').evaluate(twice);
      await comesTo(page, titles.sent);
      assert.equal((await referralsOf(world, 'Dot Double')).length, 1);
    }));

  test('makes one referral when they press Send again while it is being sent', () =>
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

  for (const how of ['in one moment', 'by double click'] as const)
    test(`goes forward one page when they press Continue twice ${how}, from every page`, () =>
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
          assert.equal(
            problems,
            0,
            `a second press on “${title}” does not count on “${following}”`,
          );
        }
      }));
});
