import assert from 'node:assert/strict';
import { chunkOf } from '../helpers/chunks.js';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { finder } from '../../../src/i18n/generated/finder.js';
import { cards, linkOf, openFilledWorld } from '../helpers/finder.js';
import { type World, visit } from '../helpers/harness.js';
import { layoutProblems } from '../helpers/layout-problems.js';
import { button } from '../helpers/person.js';
import { listenForData } from '../helpers/untranslated.js';
import { type Say, messagesIn } from '../helpers/messages-in.js';

type Look = (state: string) => Promise<void>;

const pseudoLocale = 'en-xa';

/** Opens a finder in the made-up language, and waits for a message of that language. */
async function go(page: Page, site: string, say: Say, search = '', key = 'finder.search') {
  await page.goto(`${site}/activities.html${search}`);
  await page.evaluate((tag) => (document.documentElement.lang = tag), pseudoLocale);
  await page.getByText(say(key), { exact: true }).first().waitFor();
}

async function seeTheSearch(page: Page, site: string, say: Say, look: Look): Promise<void> {
  await go(page, site, say);
  await cards(page).first().waitFor();
  await look('the list');
  await page.setViewportSize({ width: 320, height: 800 });
  await button(page, say('finder.filters')).click();
  for (const one of await page.locator('summary').all()) await one.click();
  await look('the filters');
  await go(page, site, say, '?find-place=TS18&find-free=yes&find-day=mo&find-category=arts');
  await cards(page).first().waitFor();
  await look('chosen filters');
  await page.getByLabel(say('finder.place.label'), { exact: true }).fill('Atlantis');
  await page.getByLabel(say('finder.place.label'), { exact: true }).press('Enter');
  await page.locator('#place-error, .error').filter({ visible: true }).first().waitFor();
  await look('an unknown place');
  await go(page, site, say, '?find-q=watercolour&find-category=cookery');
  await page.getByText(say('finder.empty')).waitFor();
  await look('nothing found');
  await go(page, site, say, '?find-q=gardning');
  await cards(page).first().waitFor();
  await look('a typing error');
  await page.route('**/api/v1/activities?**', (route) => route.abort());
  await page.getByLabel(say('finder.text.label'), { exact: true }).fill('choir');
  await page.locator('[part=notice]').waitFor();
  await look('a search that failed');
  await page.unroute('**/api/v1/activities?**');
}

async function seeTheMap(page: Page, site: string, say: Say, look: Look): Promise<void> {
  const code = `**${chunkOf('src/directory/finder/map/finder-map.ts')}`;
  await page.route(code, (route) => route.abort());
  await go(page, site, say, '?find-place=TS18');
  await cards(page).first().waitFor();
  await button(page, say('finder.map.show')).click();
  await page.locator('[part=results]').getByText(say('finder.map.failed')).waitFor();
  await look('a map that failed');
  await page.unroute(code);
  // Tries again, as the message says.
  await button(page, say('finder.map.show')).click();
  await page.locator('.map path.leaflet-interactive').first().waitFor();
  await look('the map');
}

async function seeOne(page: Page, site: string, say: Say, look: Look): Promise<void> {
  await go(page, site, say, '?find-place=TS18');
  await linkOf(cards(page).first()).click();
  await page.getByText(say('finder.source'), { exact: true }).waitFor();
  await look('an activity');
  await button(page, say('share.qr')).click();
  await button(page, say('report.show')).click();
  await look('a code, and a report');
  await button(page, say('report.send')).click();
  await page.getByText(say('report.kind.missing')).waitFor();
  await look('a report without its kind');
  await page.getByLabel(say('report.kind.time')).check();
  await button(page, say('report.send')).click();
  await page.getByText(say('report.sent')).waitFor();
  await look('a report that has arrived');
  await go(page, site, say, '?find-activity=0000-gone', 'activity.gone');
  await look('an activity that is gone');
}

async function seeTheShortlist(page: Page, site: string, say: Say, look: Look): Promise<void> {
  await go(page, site, say);
  await button(page, say('saved.show', { count: 0 })).click();
  await page.getByText(say('saved.empty')).waitFor();
  await look('an empty shortlist');
  await button(page, say('activity.back')).click();
  for (const index of [0, 1])
    await cards(page)
      .nth(index)
      .getByRole('button', { name: say('saved.save') })
      .click();
  await button(page, say('saved.show', { count: 2 })).click();
  await page.getByLabel(say('saved.keep')).check();
  await button(page, say('share.qr')).click();
  await look('a shortlist that is kept');
}

const forgive = [/422/, /404/, /net::ERR_FAILED/, /Failed to load resource/];

describe('the finder in a language with long words', () => {
  let world: World;
  let say: Say;
  before(async () => {
    [world, say] = await Promise.all([openFilledWorld(), messagesIn(pseudoLocale, finder)]);
  });
  after(() => world.close());

  const parts = {
    'its search': ['charity', seeTheSearch],
    'its map': ['housing', seeTheMap],
    'one activity': ['library', seeOne],
    'its shortlist': ['charity', seeTheShortlist],
  } as const;
  for (const [what, [site, see]] of Object.entries(parts))
    test(`says everything in that language and fits the page, in ${what}`, () =>
      visit(
        world.browser,
        { viewport: { width: 1280, height: 800 }, forgive },
        async ({ page }) => {
          const untranslated = listenForData(page, ['watercolour', 'gardning']);
          const found: string[] = [];
          await see(page, world.server.sites[site], say, async (state) => {
            for (const width of [320, 1280]) {
              await page.setViewportSize({ width, height: 800 });
              const wrong = [...(await layoutProblems(page)), ...(await untranslated(page))];
              found.push(...wrong.map((one) => `${state}, ${String(width)} px: ${one}`));
            }
          });
          assert.deepEqual(found, []);
        },
      ));
});
