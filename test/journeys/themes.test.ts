import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { buttonsWithoutBorder } from './helpers/buttons-without-border.js';
import { cards, openFilledWorld } from './helpers/finder.js';
import { type World, visit } from './helpers/harness.js';
import { layoutProblems } from './helpers/layout-problems.js';
import { violations } from './helpers/violations.js';

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };

/** Every theme, with a light or dark page around it. */
const looks = [
  ['neutral', ''],
  ['neutral', 'dark'],
  ['govuk', ''],
  ['nhs', ''],
  ['soft', ''],
  ['soft', 'dark'],
  ['high-contrast', ''],
  ['high-contrast', 'dark'],
  ['dark', ''],
] as const;

/** The background and text colours of an element. */
const coloursOf = (page: Page): Promise<string> =>
  page
    .locator('kith-about [part=about]')
    .evaluate((one) => `${getComputedStyle(one).backgroundColor} ${getComputedStyle(one).color}`);

/** The focus ring of a field, and the line inside that ring. */
async function focusStyle(page: Page, label: string): Promise<string> {
  const line = page.getByLabel(label);
  await line.focus();
  return line.evaluate((one) => {
    const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(one);
    return `${outlineStyle} ${outlineColor}, ${boxShadow}`;
  });
}

async function openTryout(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/theme.html`);
  await page.getByRole('button', { name: 'Start now' }).click();
  await page.getByLabel('Postcode').waitFor();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
  await cards(page).first().waitFor();
}

describe('the page for trying themes', () => {
  let world: World;
  before(async () => {
    world = await openFilledWorld();
  });
  after(() => world.close());

  test('shows every element in every theme, meets WCAG 2.2 AA and fits a narrow screen', () =>
    visit(world.browser, { bypassCSP: true, viewport: wide }, async ({ page }) => {
      await openTryout(page, world.server.sites.library);
      const found: string[] = [];
      const seen = new Set<string>();
      for (const [theme, around] of looks) {
        await page.getByLabel('Theme', { exact: true }).selectOption(theme);
        await page.getByLabel('Page around it').selectOption(around);
        // The code of a theme is loaded and applied in a later task.
        await page.waitForTimeout(200);
        const name = `${theme} on a ${around || 'light'} page`;
        seen.add(await coloursOf(page));
        found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
        const focus = await focusStyle(page, 'Postcode');
        if (!/^solid .*, rgb/.test(focus)) found.push(`${name}: the focus is ${focus}`);
        await page.setViewportSize(narrow);
        found.push(...(await layoutProblems(page)).map((one) => `${name}, 320 px: ${one}`));
        await page.emulateMedia({ forcedColors: 'active' });
        found.push(
          ...(
            await buttonsWithoutBorder(page.locator('kith-referral-form, kith-activity-finder'))
          ).map((one) => `${name}: ${one}`),
        );
        await page.emulateMedia({ forcedColors: null });
        await page.setViewportSize(wide);
      }
      assert.deepEqual(found, []);
      assert.equal(seen.size, looks.length, 'every theme has its own colours');
    }));

  test('shows changed tokens at once, reports poor contrast and copies the CSS', () =>
    visit(
      world.browser,
      { viewport: wide, permissions: ['clipboard-read', 'clipboard-write'] },
      async ({ page }) => {
        await openTryout(page, world.server.sites.library);
        await page.getByText('Every pair is well.').waitFor();
        await page.getByLabel('accent', { exact: true }).fill('#8fd0c8');
        await page.getByText('3 of 11 pairs have too little contrast.').waitFor();
        const button = page.getByRole('button', { name: 'Continue' });
        const background = await button.evaluate((one) => getComputedStyle(one).backgroundColor);
        assert.equal(background, 'rgb(143, 208, 200)');
        await page.getByLabel('radius').press('ArrowRight');
        await page.getByRole('button', { name: 'Copy' }).click();
        await page.getByText('Copied.').waitFor();
        assert.equal(
          await page.evaluate(() => navigator.clipboard.readText()),
          ':root {\n  --kith-accent: #8fd0c8;\n  --kith-radius: 0.3em;\n}',
        );
        await page.getByRole('button', { name: 'As it was' }).click();
        await page.getByText('Every pair is well.').waitFor();
      },
    ));
});
