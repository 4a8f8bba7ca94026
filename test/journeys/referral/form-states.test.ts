import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type World, openWorld, visit } from '../helpers/harness.js';
import {
  type PageName,
  button,
  comesTo,
  dateOfBirth,
  goOn,
  hasFocus,
  openForm,
  ordinary,
  stops,
  titles,
  walkTo,
} from '../helpers/person.js';
import { buttonsWithoutBorder } from '../helpers/buttons-without-border.js';
import { layoutProblems } from '../helpers/layout-problems.js';
import { violations } from '../helpers/violations.js';

/** Goes through every state of the form, and calls `look` in each. */
async function seeEveryState(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const withErrors: readonly PageName[] = [
    'place',
    'birth',
    'needs',
    'name',
    'contact',
    'details',
    'permission',
  ];
  const wrong = async (name: PageName): Promise<void> => {
    await goOn(page, name);
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await look(`${name}, with errors`);
  };
  const stop = async (name: PageName, title: string): Promise<void> => {
    await comesTo(page, title);
    await look(`${name}, stopped`);
    await button(page, 'Go back').click();
    await comesTo(page, titles[name]);
  };
  await walkTo(page, 'check', {
    onEach: async (name) => {
      await look(name);
      if (withErrors.includes(name)) await wrong(name);
    },
    answers: {
      place: async () => {
        await page.getByLabel('I do not have a fixed address').check();
        await look('place, without an address');
        await page.getByLabel('I do not have a fixed address').uncheck();
        await page.getByLabel('Postcode').fill('SW1A 1AA');
        await goOn(page);
        await comesTo(page, titles.practice);
        await wrong('practice');
        await ordinary.practice?.(page);
        await goOn(page);
        await stop('practice', stops.area);
        await button(page, 'Back').click();
        await comesTo(page, titles.place);
        await page.context().setOffline(true);
        await page.getByLabel('Postcode').fill('TS1 2AB');
        await goOn(page);
        await page.getByRole('region', { name: 'We could not reach the service' }).waitFor();
        await look('place, offline');
        await page.context().setOffline(false);
      },
      birth: async () => {
        await dateOfBirth(page, '1', '1', String(new Date().getFullYear() - 5));
        await goOn(page);
        await stop('birth', stops.tooYoung);
        await dateOfBirth(page, '27', '3', '1967');
      },
      needs: async () => {
        await page.getByLabel('Feeling safe at home').check();
        await look('needs, with urgent help');
      },
      matters: async () => {
        await page.getByRole('textbox').fill('W'.repeat(2001));
        await wrong('matters');
        await page.getByRole('textbox').fill(`${'W'.repeat(300)} a garden`);
      },
      name: (form) =>
        form.getByLabel('Full name').fill('Wolfeschlegelsteinhausenbergerdorff'.repeat(2)),
      contact: async () => {
        for (const way of ['Phone call', 'Text message', 'Email', 'Letter'])
          await page.getByLabel(way, { exact: true }).check();
      },
      details: async () => {
        await page.getByLabel('Phone number').fill('01632 960 001');
        await page.getByLabel('Yes, but do not say what it is about').check();
        await page.getByLabel('Email address').fill(`${'averylongname'.repeat(6)}@example.com`);
        await page.getByLabel('Address line 1').fill('Llanfairpwllgwyngyllgogerychwyrndro');
        await page.getByLabel('Town or city').fill('Northside');
        await page.getByLabel('Yes, but do not write what it is about').check();
        await page.getByLabel('Yes, but do not show who it is from').check();
      },
      practice: async () => {
        await page.getByLabel('Yes', { exact: true }).check();
        await page.getByRole('combobox').fill('stockton');
        await page.getByRole('option').first().waitFor();
        await page.getByRole('combobox').press('ArrowDown');
        await look('practice, with the list');
        await page.getByRole('option').first().click();
      },
      permission: async (form) => {
        await button(page, 'I do not want to agree').click();
        await stop('permission', stops.declined);
        await ordinary.permission?.(form);
      },
    },
  });
  if (await button(page, 'Close').isVisible()) {
    await page.keyboard.press('Escape');
    await comesTo(page, 'Close the form?');
    await look('asked whether to close');
    await button(page, 'Stay on this form').click();
    await comesTo(page, titles.check);
  }
  await page.context().setOffline(true);
  await goOn(page, 'check');
  await page.getByRole('region', { name: 'We could not reach the service' }).waitFor();
  await look('not sent, offline');
  await page.context().setOffline(false);
  await button(page, 'Try again').click();
  await comesTo(page, titles.sent);
  await look('sent');
}

const forgive = [/ERR_INTERNET_DISCONNECTED/];
const wide = { width: 1280, height: 900 };
// This is also the size that a window of 640 by 800 has at a zoom of 200 %.
const narrow = { width: 320, height: 400 };

/** Every problem of a state: at the current width, on a narrow screen, and in forced colours with reduced motion. */
async function problemsOf(page: Page): Promise<readonly string[]> {
  const found = [...(await violations(page))];
  await page.setViewportSize(narrow);
  found.push(...(await layoutProblems(page)).map((one) => `320 px: ${one}`));
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  found.push(...(await buttonsWithoutBorder(page.locator('kith-form-dialog, kith-referral-form'))));
  const moving = page.locator('dialog[open]');
  for (const one of await moving.all())
    if ((await one.evaluate((element) => getComputedStyle(element).animationName)) !== 'none')
      found.push('moves although reduced motion is set');
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  await page.setViewportSize(wide);
  return found;
}

describe('every page of the referral form', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  for (const site of ['library', 'charity', 'housing'] as const)
    test(`meets WCAG 2.2 AA and fits a narrow screen and forced colours, on the ${site}’s page`, () =>
      visit(world.browser, { forgive, bypassCSP: true, viewport: wide }, async ({ page }) => {
        const found: string[] = [];
        await page.goto(world.server.sites[site]);
        found.push(...(await violations(page)));
        await page.goto(`${world.server.sites[site]}/refer.html`);
        await page.getByRole('button', { name: 'Start now' }).waitFor();
        found.push(...(await violations(page)));
        await openForm(page, world.server.sites[site]);
        await seeEveryState(page, async (state) => {
          found.push(...(await problemsOf(page)).map((one) => `${state}: ${one}`));
        });
        assert.deepEqual(found, []);
      }));

  test('shows where the focus is, with and without forced colours', async () => {
    for (const forcedColors of ['none', 'active'] as const)
      await visit(world.browser, { forcedColors }, async ({ page }) => {
        await openForm(page, world.server.sites.library);
        await walkTo(page, 'place');
        for (const control of [
          page.getByLabel('Postcode'),
          page.getByLabel('I do not have a fixed address'),
          button(page, 'Continue'),
        ]) {
          while (!(await hasFocus(control))) await page.keyboard.press('Tab');
          const { outlineStyle, outlineWidth } = await control.evaluate((element) => {
            const style = getComputedStyle(element);
            return { outlineStyle: style.outlineStyle, outlineWidth: style.outlineWidth };
          });
          assert.notEqual(outlineStyle, 'none');
          assert.ok(parseFloat(outlineWidth) >= 2);
        }
      });
  });
});
