import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import * as z from 'zod/mini';
import { StoredSuggestionPage } from '../../src/suggestion/contract/activity-suggestion.js';
import { Receipt } from '../../src/referral/contract/receipt.js';
import type { ReferralStatus } from '../../src/status/contract/referral-status.js';
import { referral } from '../server/harness.js';
import { type World, openWorld, staffToken, visit } from './helpers/harness.js';
import { layoutProblems } from './helpers/layout-problems.js';
import {
  button,
  comesTo,
  dateOfBirth,
  hasFocus,
  openForm,
  referenceOn,
  walkTo,
} from './helpers/person.js';
import { violations } from './helpers/violations.js';

const widths = [320, 768, 1280] as const;

/** The layout and accessibility problems of a page at each width. */
async function problemsOf(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wrong = [
      ...(await layoutProblems(page)),
      ...(width === 768 ? [] : await violations(page)),
    ];
    found.push(...wrong.map((one) => `${state}, ${String(width)} px: ${one}`));
  }
  return found;
}

/** Puts an element into a page, as its webmaster would. */
async function put(page: Page, site: string, markup: string): Promise<void> {
  await page.goto(`${site}/activities.html`);
  await page.locator('kith-activity-finder').evaluate((finder, html) => {
    const box = document.createElement('div');
    box.innerHTML = html;
    finder.replaceWith(box);
  }, markup);
}

const staff = (world: World, path: string, body?: unknown): Promise<Response> =>
  fetch(`${world.server.backend}/api/v1/staff/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${staffToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function setStatus(world: World, reference: string, status: ReferralStatus): Promise<void> {
  const answer = await staff(world, `referrals/${reference}/status`, { status, by: 'Lin Example' });
  assert.equal(answer.status, 200);
}

/** Sends a referral of somebody who was born on 27 March 1967, and returns its reference. */
async function referred({ server }: World): Promise<string> {
  const answer = await fetch(`${server.backend}/api/v1/referrals?partner=northside-library`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(referral({ birth: { date: '1967-03-27' } })),
  });
  assert.equal(answer.status, 201);
  return Receipt.parse(await answer.json()).reference;
}

async function lookUp(page: Page, reference: string, [day, month, year]: readonly string[]) {
  await page.getByLabel('Reference').fill(reference);
  await dateOfBirth(page, day ?? '', month ?? '', year ?? '');
  await button(page, 'Show me').click();
}

const born = ['27', '3', '1967'] as const;
const unknown = 'We cannot find a referral with this reference and this date of birth. Check both';
const forgive = [/422/, /429/, /net::/, /Failed to load resource/];

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

describe('a person who looks up the status of a referral', () => {
  const title = (page: Page, name: string): Locator =>
    page.getByRole('heading', { name, exact: true });

  test('reads each status without seeing a name, and each page meets WCAG', async () => {
    const reference = await referred(world);
    const states: readonly (readonly [ReferralStatus, string])[] = [
      ['received', 'We have received the referral'],
      ['opened', 'Somebody is reading the referral'],
      ['accepted', 'The team has accepted the referral'],
      ['in-progress', 'A link worker is helping'],
      ['completed', 'The work with the link worker is finished'],
      ['declined', 'The team could not take the referral'],
      ['unable-to-contact', 'We could not reach the person'],
    ];
    await visit(world.browser, {}, async ({ page }) => {
      const found: string[] = [];
      await page.goto(`${world.server.sites.housing}/status.html`);
      await title(page, 'See how a referral stands').last().waitFor();
      found.push(...(await problemsOf(page, 'the form')));
      for (const [status, says] of states) {
        if (status !== 'received') await setStatus(world, reference, status);
        // The reference as people write it by hand or read it aloud.
        const written = `${reference.slice(0, 4).toLowerCase()} ${reference.slice(4)}`;
        await lookUp(page, written, born);
        await title(page, says).waitFor();
        assert.ok(await hasFocus(title(page, says)));
        const said = await page
          .locator('kith-referral-status')
          .evaluate((element) => element.shadowRoot?.textContent ?? '');
        assert.match(said, /Northside adults’ team/);
        assert.doesNotMatch(said, /Pat|Example/);
        found.push(...(await problemsOf(page, status)));
        await button(page, 'Look up another referral').click();
        await title(page, 'See how a referral stands').last().waitFor();
        assert.equal(await page.getByLabel('Reference').inputValue(), '');
      }
      assert.deepEqual(found, []);
      assert.ok(!page.url().includes(reference), 'the address does not contain the reference');
    });
  });

  test('opens the status page from the receipt, and the receipt stays open', () =>
    visit(world.browser, {}, async ({ page, context }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'sent');
      const reference = await referenceOn(page);
      const opened = context.waitForEvent('page');
      await page.getByRole('link', { name: 'See how this referral stands' }).click();
      const status = await opened;
      await lookUp(status, reference, born);
      await title(status, 'We have received the referral').waitFor();
      assert.equal(await referenceOn(page), reference);
      assert.doesNotMatch(status.url(), new RegExp(reference));
    }));

  test('reads what is missing, and the same message for a wrong date of birth as for an unknown reference', async () => {
    const reference = await referred(world);
    await visit(world.browser, { forgive }, async ({ page }) => {
      await page.goto(`${world.server.backend}/status?partner=open-door`);
      await page.getByLabel('Reference').waitFor();
      await button(page, 'Show me').click();
      await page.getByRole('link', { name: 'Enter the reference' }).click();
      assert.ok(await hasFocus(page.getByLabel('Reference')));
      for (const [one, date] of [
        [reference, ['28', '3', '1967']],
        ['2222WXYZ', born],
      ] as const) {
        await lookUp(page, one, date);
        await page.getByRole('link', { name: unknown }).waitFor();
        assert.equal(await page.getByLabel('Reference').inputValue(), one, 'nothing is lost');
      }
      assert.deepEqual(await problemsOf(page, 'not found'), []);
    });
  });

  test('is stopped after five wrong tries, and is told to call', async () => {
    const reference = await referred(world);
    await visit(world.browser, { forgive }, async ({ page }) => {
      await page.goto(`${world.server.sites.housing}/status.html`);
      await page.getByLabel('Reference').waitFor();
      for (let tries = 0; tries < 5; tries += 1) {
        const answered = page.waitForResponse(/referral-status/);
        await lookUp(page, reference, [String(tries + 1), '1', '1970']);
        await answered;
        await page.getByRole('link', { name: unknown }).waitFor();
      }
      await lookUp(page, reference, born);
      await page.getByRole('heading', { name: 'There were too many wrong tries' }).waitFor();
      await page.getByText('Wait for an hour and try again, or call us on').waitFor();
      assert.deepEqual(await problemsOf(page, 'too often'), []);
    });
  });

  test('loses nothing when the connection fails, and can try again', async () => {
    const reference = await referred(world);
    await visit(world.browser, { forgive }, async ({ page }) => {
      await page.goto(`${world.server.sites.housing}/status.html`);
      await page.getByLabel('Reference').waitFor();
      await page.route('**/referral-status**', (route) => route.abort());
      await lookUp(page, reference, born);
      await page.getByRole('heading', { name: 'We could not reach the service' }).waitFor();
      assert.deepEqual(await problemsOf(page, 'offline'), []);
      await page.unroute('**/referral-status**');
      await button(page, 'Try again').click();
      await title(page, 'We have received the referral').waitFor();
    });
  });
});

/** Fills in every required field of a suggestion, as a group would. */
async function describeActivity(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the activity').fill(name);
  await page
    .getByLabel('What happens there?')
    .fill('We sing what everybody knows. No notes needed.');
  await page.getByLabel('Arts', { exact: false }).first().check();
  await page.getByLabel('When is it?').fill('Tuesdays, 10am to noon');
  await page.getByLabel('People come to a place').check();
  await page.getByLabel('Address', { exact: true }).fill('1 Example Street, Stockton');
  await page.getByLabel('Postcode of the place').fill('ts18 1hu');
  await page.getByLabel('Any age').check();
  await page.locator('#suggestion-free').check();
  await page.getByLabel('Name of the group').fill('Made-up Singers');
  await page.getByLabel('Phone number of the group').fill('01632 960 330');
  await page.getByLabel('Your name').fill('Ade Example');
  await page.getByLabel('Your email').fill('ade@example.org');
}

describe('a group that suggests an activity', () => {
  const search = `**/api/v1/activities?**`;

  test('waits for staff to accept the activity, which people then find in the directory', async () => {
    await visit(world.browser, { forgive }, async ({ page }) => {
      await page.goto(`${world.server.sites.charity}/suggest.html`);
      await page.getByLabel('Name of the activity').waitFor();
      const found = [...(await problemsOf(page, 'the form'))];
      await button(page, 'Send').click();
      await page.getByRole('link', { name: 'Enter the name of the activity' }).waitFor();
      await page.getByRole('link', { name: 'Select where it is' }).waitFor();
      found.push(...(await problemsOf(page, 'with errors')));
      await describeActivity(page, 'Ukulele and song');
      found.push(...(await problemsOf(page, 'filled in')));
      await page.route('**/activity-suggestions**', (route) => route.abort());
      await button(page, 'Send').click();
      await page.getByRole('heading', { name: 'We could not reach the service' }).waitFor();
      found.push(...(await problemsOf(page, 'offline')));
      await page.unroute('**/activity-suggestions**');
      await button(page, 'Try again').click();
      await comesTo(page, 'Thank you. We have your activity');
      found.push(...(await problemsOf(page, 'sent')));
      assert.deepEqual(found, []);
    });
    const waiting = z.parse(
      StoredSuggestionPage,
      await (await staff(world, 'activity-suggestions?state=waiting')).json(),
    );
    assert.equal(waiting.items.length, 1);
    const [suggested] = waiting.items;
    assert.equal(suggested?.suggestion.name, 'Ukulele and song');
    const decision = { decision: 'accept', by: 'Lin Example' };
    const path = `activity-suggestions/${suggested.reference}/decision`;
    assert.equal((await staff(world, path, decision)).status, 200);
    await visit(world.browser, {}, async ({ page }) => {
      const answered = page.waitForResponse(search);
      await page.goto(`${world.server.sites.charity}/activities.html?find-q=ukulele`);
      await answered;
      await page.getByRole('heading', { name: 'Ukulele and song' }).waitFor();
    });
  });
});

describe('the smaller elements', () => {
  test('take each visitor of the audience menu to the right page', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      const welcome = `${world.server.sites.charity}/welcome.html`;
      const menu = page.locator('kith-audience-menu');
      for (const [entry, leadsTo] of [
        [/^Member of the public/, 'Refer yourself to Northside Link'],
        [/^Relative, friend or carer/, 'Refer someone to Northside Link'],
        [/^Healthcare professional/, 'Refer someone to Northside Link'],
      ] as const) {
        await page.goto(welcome);
        await menu.getByRole('link', { name: entry }).click();
        await comesTo(page, leadsTo);
      }
      await page.goto(welcome);
      await menu.getByRole('button', { name: /^Community or voluntary group/ }).click();
      await menu.getByRole('link', { name: /^Suggest an activity/ }).click();
      await page.getByLabel('Name of the activity').waitFor();
      await page.goto(welcome);
      const worker = menu.getByRole('link', { name: /^Social prescribing link worker/ });
      assert.match((await worker.getAttribute('href')) ?? '', /^https:/);
    });
  });

  const elements: readonly (readonly [tag: string, markup: string, says: string])[] = [
    ['kith-about', '<kith-about></kith-about>', 'What is social prescribing?'],
    ['kith-audience-menu', '<kith-audience-menu></kith-audience-menu>', 'I am a'],
    [
      'kith-referral-status',
      '<kith-referral-status></kith-referral-status>',
      'See how a referral stands',
    ],
    [
      'kith-suggest-activity',
      '<kith-suggest-activity></kith-suggest-activity>',
      'Tell us about an activity',
    ],
  ];
  for (const site of ['library', 'charity', 'housing'] as const)
    test(`fit into the page of the ${site} at every width without accessibility problems`, async () => {
      await visit(world.browser, {}, async ({ page }) => {
        const found: string[] = [];
        for (const [tag, markup, says] of elements) {
          await put(page, world.server.sites[site], markup);
          await page.locator(tag).getByText(says).first().waitFor();
          found.push(...(await problemsOf(page, tag)));
        }
        assert.deepEqual(found, []);
      });
    });
});
