import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type World, eventually, openWorld, staffReferrals, visit } from '../helpers/harness.js';
import {
  button,
  comesTo,
  hasFocus,
  openPage,
  referYourself,
  referenceOn,
  titles,
} from '../helpers/person.js';

/** Presses Tab until an element has the focus, as a person does who cannot use a pointer. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await target.count()) > 0 && (await hasFocus(target))) return;
    await page.keyboard.press(key);
  }
  assert.fail('sixty presses of Tab do not reach the element');
}

async function tick(page: Page, name: string): Promise<void> {
  const box = page.getByRole('checkbox', { name, exact: true });
  await tabTo(page, box);
  await page.keyboard.press('Space');
  assert.ok(await box.isChecked());
}

async function type(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(value);
}

async function press(page: Page, name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, button(page, name));
  await page.keyboard.press(key);
}

/**
 * The focused element if the exit button covers it completely (WCAG 2.2, 2.4.11). For an element with a title, the
 * title must be visible.
 */
const focusUnderExit = `(async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const form = document.querySelector('kith-suggest-activity');
  const exit = form.shadowRoot.querySelector('.exit').getBoundingClientRect();
  const focused = form.shadowRoot.activeElement;
  if (!focused || focused.closest('.exit')) return undefined;
  const { top, bottom } = (focused.querySelector('h3') ?? focused).getBoundingClientRect();
  const isUnder = bottom < exit.bottom + 10 || top > innerHeight - 10;
  return isUnder ? focused.outerHTML.slice(0, 60) + ' from ' + top + ' to ' + bottom : undefined;
})()`;

describe('a person who uses only a keyboard', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('refers themself with the focus on each title, and is back at the link after closing', () =>
    visit(world.browser, {}, async ({ page }) => {
      const listed = page.getByRole('option');
      const practice = page.getByRole('combobox', { name: 'Name of your GP practice' });
      await openPage(page, world.server.sites.library);
      await tabTo(page, referYourself(page));
      await page.keyboard.press('Enter');
      await comesTo(page, titles.start);
      await press(page, 'Start now');

      await comesTo(page, titles.place);
      await type(page, 'Postcode', 'ts1 2ab');
      await page.keyboard.press('Enter');

      await comesTo(page, titles.birth);
      await press(page, 'Continue');
      await eventually('the list of problems has the focus', () =>
        hasFocus(
          page
            .locator('[tabindex="-1"]')
            .filter({ has: page.getByRole('heading', { name: 'There is a problem' }) }),
        ),
      );
      await tabTo(page, page.getByRole('link', { name: 'Enter your date of birth' }));
      await page.keyboard.press('Enter');
      assert.ok(await hasFocus(page.getByLabel('Day', { exact: true })));
      await type(page, 'Day', '27');
      await type(page, 'Month', '3');
      await type(page, 'Year', '1967');
      await page.keyboard.press('Enter');

      await comesTo(page, titles.needs);
      await tick(page, 'Eating well');
      await press(page, 'Continue', 'Space');

      await comesTo(page, titles.matters);
      await tabTo(page, page.getByRole('textbox'));
      await page.keyboard.type('My dog');
      await page.keyboard.press('Enter');
      await page.keyboard.type('and my garden');
      await press(page, 'Continue');

      await comesTo(page, titles.name);
      await type(page, 'Full name', 'Kim Keys');
      await page.keyboard.press('Enter');

      await comesTo(page, titles.contact);
      await tick(page, 'Text message');
      await press(page, 'Continue');

      await comesTo(page, titles.details);
      await type(page, 'Mobile number for texts', '07700 900 984');
      await tabTo(page, page.getByRole('radio').first());
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.ok(await page.getByRole('radio', { name: 'No, only speak to me' }).isChecked());
      await press(page, 'Continue');

      await comesTo(page, titles.times);
      await press(page, 'Back', 'Space');
      await comesTo(page, titles.details);
      await press(page, 'Continue');
      await comesTo(page, titles.times);
      await tick(page, 'Afternoon, 12pm to 5pm');
      await press(page, 'Continue');

      await comesTo(page, titles.practice);
      await tabTo(page, page.getByRole('radio').first());
      await page.keyboard.press('Space');
      await tabTo(page, practice);
      await page.keyboard.type('surgery stockton');
      await listed.first().waitFor();
      assert.equal(await practice.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('Escape');
      await eventually('the list is closed', async () => (await listed.count()) === 0);
      assert.equal(await practice.getAttribute('aria-expanded'), 'false');
      await page.getByRole('heading', { name: titles.practice }).waitFor();
      assert.ok(await hasFocus(practice), 'Escape closes the list and not the dialog');
      assert.equal(await practice.inputValue(), 'surgery stockton');

      await page.keyboard.press('Control+A');
      await page.keyboard.type('densham');
      await listed.first().waitFor();
      await page.keyboard.press('ArrowDown');
      const first = listed.first();
      assert.equal(await first.getAttribute('aria-selected'), 'true');
      assert.equal(
        await practice.getAttribute('aria-activedescendant'),
        await first.getAttribute('id'),
      );
      await page.keyboard.press('ArrowUp');
      assert.equal(await listed.last().getAttribute('aria-selected'), 'true');
      await page.keyboard.press('ArrowDown');
      assert.equal(await first.getAttribute('aria-selected'), 'true');
      await page.keyboard.press('Enter');
      await eventually('the list is closed', async () => (await listed.count()) === 0);
      await page.getByRole('heading', { name: titles.practice }).waitFor();
      assert.match(await practice.inputValue(), /^The Densham Surgery, /);
      await press(page, 'Continue');

      await comesTo(page, titles.support);
      await tick(page, 'Easy read: short words and pictures');
      await press(page, 'Continue');

      await comesTo(page, titles.permission);
      await tabTo(page, page.getByRole('checkbox').first());
      await page.keyboard.press('Space');
      await press(page, 'Continue');

      await comesTo(page, titles.check);
      await press(page, 'Change Full name');
      await comesTo(page, titles.name);
      await type(page, 'What would you like us to call you? (optional)', 'Kimmy');
      await page.keyboard.press('Enter');
      await comesTo(page, titles.check);
      await press(page, 'Send my referral');

      await comesTo(page, titles.sent);
      const reference = await referenceOn(page);
      await tabTo(page, button(page, 'Close'));
      await page.keyboard.press('Enter');
      await eventually('the link has the focus again', () => hasFocus(referYourself(page)));

      const [stored] = await staffReferrals(world.server.backend);
      assert.equal(stored?.reference, reference);
      assert.deepEqual(stored.answers.name, { full: 'Kim Keys', preferred: 'Kimmy' });
      assert.deepEqual(stored.answers.matters, { text: 'My dog\nand my garden' });
      assert.equal(stored.answers.practice?.code, 'A81001');
      assert.equal(stored.answers.details?.leaveMessage, 'no');
    }));

  test('stays inside the dialog with Tab, and leaves it with Escape, Enter and Space', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openPage(page, world.server.sites.charity);
      await tabTo(page, referYourself(page));
      await page.keyboard.press('Enter');
      await comesTo(page, titles.start);
      for (let presses = 0; presses < 25; presses += 1) {
        await page.keyboard.press('Tab');
        const where = await page.evaluate(() => document.activeElement?.localName);
        assert.ok(
          where === 'kith-refer-yourself' || where === 'body',
          `the focus is in the dialog or the browser’s own controls, not in <${where ?? ''}>`,
        );
      }
      await page.keyboard.press('Escape');
      await eventually('the link has the focus again', () => hasFocus(referYourself(page)));
      await page.keyboard.press('Enter');
      await comesTo(page, titles.start);
      await press(page, 'Start now', 'Space');
      await type(page, 'Postcode', 'T');
      await page.keyboard.press('Escape');
      await comesTo(page, 'Close the form?');
      await press(page, 'Close and clear my answers', 'Space');
      await eventually('the link has the focus again', () => hasFocus(referYourself(page)));
    }));

  test('opens the form in place, and the focus goes to its title', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openPage(page, world.server.sites.housing);
      await tabTo(page, referYourself(page));
      await page.keyboard.press('Enter');
      await comesTo(page, titles.start);
      await press(page, 'Start now');
      await comesTo(page, titles.place);
    }));

  for (const width of [320, 1280])
    test(`never has the focused element hidden by the exit button, at ${width} px`, () =>
      visit(
        world.browser,
        { viewport: { width, height: 640 }, reducedMotion: 'reduce' },
        async ({ page }) => {
          await page.goto(`${world.server.sites.charity}/suggest.html`);
          await button(page, 'Exit this page').waitFor();
          await button(page, 'Send').click();
          await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
          const covered: string[] = [];
          const look = async (): Promise<void> => {
            const what = await page.evaluate(focusUnderExit);
            if (typeof what === 'string') covered.push(what);
          };
          await look();
          await tabTo(page, button(page, 'Send'));
          for (let presses = 0; presses < 60; presses += 1) {
            await page.keyboard.press('Shift+Tab');
            await look();
          }
          for (const link of await page.locator('[part=summary] a').all()) {
            await link.focus();
            await page.keyboard.press('Enter');
            await look();
          }
          assert.deepEqual(covered, []);
        },
      ));
});
