import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type World, eventually, openWorld, staffReferrals, visit } from '../helpers/harness.js';
import { button, goOn, hasFocus, heading, openForm, titles, walkTo } from '../helpers/person.js';
import { violations } from '../helpers/violations.js';

const neutral = 'https://www.bbc.co.uk/weather';
const minute = 60_000;

/** Answers requests for the neutral page with a page of this test, so that no request leaves the machine. */
const fakeNeutral = (page: Page): Promise<unknown> =>
  page.route(`${neutral}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );

/** Opens the library's page and adds a second form to it. */
async function twoForms(page: Page, library: string): Promise<void> {
  await page.goto(`${library}/refer.html`);
  await heading(page, titles.start).waitFor();
  await page.evaluate(() => {
    const form = document.querySelector('kith-referral-form');
    const second = document.createElement('kith-referral-form');
    second.for = 'self';
    form?.after(second);
  });
  await eventually('two forms', async () => (await heading(page, titles.start).count()) === 2);
}

// Reports what covers the page when it is left, and whether the forms still hold answers.
const reportOnLeaving = (): void => {
  addEventListener('beforeunload', () => {
    const [x, y] = [innerWidth / 2, innerHeight / 2];
    const host = document.elementFromPoint(x, y);
    const forms = [...document.querySelectorAll('kith-referral-form')];
    const tell: unknown = Reflect.get(window, 'tell');
    if (typeof tell === 'function')
      tell({
        top: host?.shadowRoot?.elementFromPoint(x, y)?.className,
        answers: forms.map((form) => form.hasAnswers),
      });
  });
};

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

describe('a person who must not be seen with the form', () => {
  test('leaves by the exit button, which covers the page at once, and Back does not show the answers', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await fakeNeutral(page);
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'birth');
      await button(page, 'Exit this page').click();
      await page.waitForURL(`${neutral}**`);
      await page.goBack();
      assert.ok(!page.url().startsWith(neutral));
      assert.equal(await page.getByText('What is your date of birth?').count(), 0);
    });
  });

  test('leaves by pressing Shift three times, and both forms on the page forget their answers', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      const asked: string[] = [];
      await page.route(`${neutral}**`, async (route) => {
        asked.push(route.request().url());
        await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' });
      });
      await twoForms(page, world.server.sites.library);
      for (const at of [0, 1]) {
        const form = page.locator('kith-referral-form').nth(at);
        await form.getByRole('button', { name: 'Start now' }).click();
        await form.getByLabel('Postcode').fill('TS1 2AB');
      }
      const seen: unknown[] = [];
      await page.exposeFunction('tell', (one: unknown) => seen.push(one));
      await page.evaluate(reportOnLeaving);
      await page.keyboard.press('Shift');
      await page
        .getByText('Shift pressed. Press it 2 more times to exit this page.')
        .first()
        .waitFor();
      await page.keyboard.press('Shift');
      await page.keyboard.press('Shift');
      await page.getByRole('heading', { level: 1, name: 'Weather' }).waitFor();
      assert.deepEqual(seen, [{ top: 'cover', answers: [false, false] }]);
      assert.equal(asked.length, 1, 'two elements leave the page only once');
    });
  });

  test('can type capital letters without leaving', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await fakeNeutral(page);
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'place');
      await page.getByLabel('Postcode').pressSequentially('TS1 2AB'.toUpperCase());
      for (const letter of ['T', 'S', 'A', 'B']) await page.keyboard.press(`Shift+${letter}`);
      assert.ok(!page.url().startsWith(neutral));
      assert.equal(await page.getByLabel('Postcode').inputValue(), 'TS1 2ABTSAB');
    });
  });
});

describe('a form that is left open on a shared computer', () => {
  const warning = (page: Page) => page.getByRole('alertdialog', { name: 'Are you still there?' });

  test('warns after 15 minutes, stays open on request, and otherwise clears the answers', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.clock.install();
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'needs');
      await page.getByLabel('Low mood, worry or stress').check();
      await page.clock.runFor(15 * minute - 2000);
      assert.equal(await warning(page).count(), 0);
      await page.clock.runFor(4000);
      await warning(page).waitFor();
      assert.ok(await hasFocus(button(page, 'I am still here')));
      assert.deepEqual(await violations(page), []);
      await button(page, 'I am still here').click();
      await eventually('no warning', async () => (await warning(page).count()) === 0);
      assert.ok(await page.getByLabel('Low mood, worry or stress').isChecked());
      await page.clock.runFor(15 * minute + 2000);
      await warning(page).waitFor();
      await page.clock.runFor(2 * minute);
      await heading(page, titles.start).waitFor();
      await page.getByText('Nobody used this form for a while, so we have cleared it.').waitFor();
      assert.deepEqual(await answersLeftInDialog(page), false);
      assert.deepEqual(await staffReferrals(world.server.backend), []);
    });
  });

  test('does not time out while a person is typing', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.clock.install();
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'matters');
      for (let turn = 0; turn < 3; turn += 1) {
        await page.getByLabel('What matters to you?').pressSequentially('a');
        await page.clock.runFor(10 * minute);
      }
      assert.equal(await warning(page).count(), 0);
      assert.equal(await page.getByLabel('What matters to you?').inputValue(), 'aaa');
    });
  });

  test('clears the reference when the person has left', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.clock.install();
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'sent');
      await page.clock.runFor(17 * minute + 5000);
      await heading(page, titles.start).waitFor();
      assert.equal(await page.getByText('Your reference').count(), 0);
    });
  });

  test('tells tools that record visits to leave out every field', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'place');
      await goOn(page);
      const marks = await page
        .getByLabel('Postcode')
        .evaluate((field) => field.getAttributeNames().filter((name) => name.startsWith('data-')));
      assert.deepEqual(marks.sort(), [
        'data-clarity-mask',
        'data-dd-privacy',
        'data-hj-suppress',
        'data-private',
        'data-sentry-mask',
      ]);
    });
  });
});

const answersLeftInDialog = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const refer = document.querySelector('kith-refer-yourself')?.shadowRoot;
    const dialog = refer?.querySelector('kith-form-dialog')?.shadowRoot;
    return Reflect.get(dialog?.querySelector('kith-referral-form') ?? {}, 'hasAnswers');
  });
