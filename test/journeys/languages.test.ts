import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { form as formPart } from '../../src/i18n/generated/form.js';
import { type World, openWorld, staffReferrals, visit } from './helpers/harness.js';
import { layoutProblems } from './helpers/layout-problems.js';
import { button, comesTo, referenceOn } from './helpers/person.js';
import { violations } from './helpers/violations.js';
import { type Say, messagesIn } from './helpers/messages-in.js';

/**
 * What an ordinary person answers on each page, found by the messages of their language. With `wrong`, they first make
 * that mistake.
 */
const pages: readonly (readonly [
  id: string,
  fill: (page: Page, say: Say) => Promise<void>,
  wrong?: string,
])[] = [
  [
    'place',
    (page, say) => page.getByLabel(say('place.postcode.label'), { exact: true }).fill('TS1 2AB'),
    'place.postcode.missing',
  ],
  [
    'birth',
    async (page, say) => {
      for (const [part, value] of [
        ['day', '27'],
        ['month', '3'],
        ['year', '1967'],
      ] as const)
        await page.getByLabel(say(`birth.date.${part}`), { exact: true }).fill(value);
    },
    'birth.date.missing',
  ],
  ['needs', (page) => page.getByRole('checkbox').first().check()],
  ['matters', () => Promise.resolve()],
  [
    'name',
    (page, say) => page.getByLabel(say('name.full.label'), { exact: true }).fill('Pat Example'),
  ],
  ['contact', (page, say) => page.getByLabel(say('contact.ways.phone'), { exact: true }).check()],
  [
    'details',
    async (page, say) => {
      await page.getByLabel(say('details.phone.label'), { exact: true }).fill('01632 960 001');
      await page.getByLabel(say('details.leaveMessage.no'), { exact: true }).check();
    },
    'details.phone.missing',
  ],
  ['times', () => Promise.resolve()],
  [
    'practice',
    (page, say) => page.getByLabel(say('practice.status.not-sure'), { exact: true }).check(),
  ],
  ['support', () => Promise.resolve()],
  ['permission', (page) => page.getByRole('checkbox').first().check(), 'permission.agreed.missing'],
];

/** Fills in the form in a language, from its start page to the receipt, and checks each state. */
async function sendIn(page: Page, language: string, look: (state: string) => Promise<void>) {
  const say = await messagesIn(language, formPart);
  await page
    .getByRole('heading', { name: say('start.title', { service: 'Northside Link' }) })
    .waitFor();
  await look('start');
  await button(page, say('action.start')).click();
  for (const [id, fill, wrong] of pages) {
    const title = say(`${id}.title`);
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    await look(id);
    if (wrong) {
      await button(page, say('action.continue')).click();
      await page.getByRole('heading', { name: say('form.problem') }).waitFor();
      await page.getByRole('link', { name: say(wrong) }).waitFor();
      await look(`${id}, with errors`);
    }
    await fill(page, say);
    await button(page, say('action.continue')).click();
  }
  await page.getByRole('heading', { level: 2, name: say('check.title') }).waitFor();
  await look('check');
  await button(page, say('action.send')).click();
  await comesTo(page, say('sent.title'));
  await look('sent');
}

describe('a person who reads another language', () => {
  let world: World;
  before(async () => (world = await openWorld()));
  after(() => world.close());

  const walk = (language: string, name: string, width: number) =>
    visit(world.browser, { viewport: { width, height: 800 } }, async ({ page }) => {
      const { backend } = world.server;
      await page.goto(`${backend}/refer?partner=open-door&for=self`);
      if (name === '')
        await page.evaluate((tag) => (document.documentElement.lang = tag), language);
      else await page.getByRole('button', { name, exact: true }).click();
      await sendIn(page, language, async (state) => {
        const found = [...(await layoutProblems(page)), ...(await violations(page))];
        assert.deepEqual(found, [], `${language}: ${state}`);
      });
      const [referral] = await staffReferrals(backend);
      assert.equal(referral?.reference, await referenceOn(page));
      assert.equal(referral.language, language);
    });

  test('sends the form in Welsh, and the Welsh consent text is stored', async () => {
    await walk('cy', 'Cymraeg', 1280);
    const [referral] = await staffReferrals(world.server.backend);
    assert.match(referral?.consents[0]?.text ?? '', /^Cewch rannu/);
  });
  test('sends the form in Polish on a tablet', () => walk('pl', 'Polski', 768));
  test('sends the form in Urdu, right to left, on a small screen', () => walk('ur', 'اردو', 320));
  test('sends the form in a made-up language with long words', () => walk('en-xa', '', 320));
});
