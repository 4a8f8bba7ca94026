import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { organisationKinds } from '../../../src/core/service/audience.js';
import others from '../../../src/i18n/catalogues/others/en.json' with { type: 'json' };
import { type World, openWorld, staffReferrals, visit } from '../helpers/harness.js';
import {
  button,
  comesTo,
  dateOfBirth,
  goOn,
  heading,
  openForm,
  referenceOn,
  titles,
  walkTo,
} from '../helpers/person.js';
import { violations } from '../helpers/violations.js';

const agreed = /^They know about this and agree/;

/** Answers the pages of the form for professionals one by one. `look` is called on each page before it is left. */
async function refer(
  page: Page,
  changes: {
    readonly postcode?: string;
    readonly kind?: string;
    readonly isWaiting?: boolean;
    readonly agreement?: (page: Page) => Promise<void>;
    readonly look?: (title: string) => Promise<void>;
  } = {},
): Promise<void> {
  const { postcode = 'TS1 2AB', look = () => Promise.resolve() } = changes;
  const at = async (title: string): Promise<void> => {
    await comesTo(page, title);
    await look(title);
  };
  await heading(page, 'Refer someone to Northside Link').waitFor();
  await look('start');
  await button(page, 'Start now').click();
  await at('Where does the person live?');
  await page.getByLabel('Their postcode').fill(postcode);
  await goOn(page);
  if (changes.isWaiting === true) {
    await at('There is a wait');
    await goOn(page);
  }
  await at('Are you worried that someone is being harmed, or may be soon?');
  await page.getByLabel('No', { exact: true }).check();
  await goOn(page);
  await at('About you and your organisation');
  await page.getByLabel('Your name').fill('Sam Example');
  await page.getByLabel('Your role').fill('Adviser');
  if (changes.kind !== undefined) await page.getByLabel(changes.kind, { exact: true }).check();
  const organisation = page.getByLabel('Name of your organisation');
  if ((await organisation.inputValue()) === '') await organisation.fill('A made-up organisation');
  await page.getByLabel('Your work email').fill('sam@example.com');
  await page.getByLabel('Yes, tell me what happens').check();
  await goOn(page);
  await at('Who are you referring?');
  await page.getByLabel('Their full name').fill('Pat Example');
  await dateOfBirth(page, '27', '3', '1967');
  await page.getByLabel('I do not know').check();
  await goOn(page);
  await at('Why are you referring them?');
  await page.getByLabel('Feeling lonely or cut off').check();
  await page.getByLabel('Reason for referral').fill('Has lost touch with everybody');
  await page.getByLabel('No known risks').check();
  await goOn(page);
  await at('How can we reach the person?');
  await page.getByLabel('Phone call').check();
  await page.getByLabel('Their phone number').fill('01632 960 001');
  await page.getByLabel('Yes', { exact: true }).check();
  await goOn(page);
  await at('Permission');
  await (changes.agreement ?? recordAgreement)(page);
  await goOn(page);
}

async function recordAgreement(page: Page): Promise<void> {
  await page.getByLabel('Yes, they know about it and agree').check();
  await page.getByLabel(agreed).check();
}

const kindLabel = (kind: string): string => String(Reflect.get(others, `referrer.kind.${kind}`));

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

describe('a person who refers somebody else', () => {
  const stored = async (reference: string) =>
    (await staffReferrals(world.server.backend)).find((one) => one.reference === reference);

  for (const width of [320, 1280])
    test(`completes the pages for a housing association at ${width} px, and each page meets WCAG`, async () => {
      await visit(world.browser, { viewport: { width, height: 900 } }, async ({ page }) => {
        await page.goto(`${world.server.sites.housing}/refer-someone.html`);
        await refer(page, {
          look: async (title) => {
            assert.deepEqual(await violations(page), [], title);
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= width, `${title} is ${String(wide)} px wide`);
          },
        });
        await comesTo(page, 'Check the answers before you send them');
        assert.deepEqual(await violations(page), []);
        await button(page, 'Send my referral').click();
        await comesTo(page, 'The referral has been sent');
        const referral = await stored(await referenceOn(page));
        assert.equal(referral?.for, 'professional');
        assert.equal(referral.source, 'housing-association');
        assert.equal(referral.team.id, 'adults');
        assert.equal(referral.answers.referrer?.organisation, 'Bridgewater Homes');
        assert.equal(referral.answers.risks?.known, 'none');
        assert.deepEqual(
          referral.consents.map(({ id, given }) => [id, given]),
          [
            ['share', true],
            ['gp', false],
            ['feedback', false],
          ],
        );
      });
    });

  test('finds every kind of organisation, and the referral names the one they choose', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      for (const kind of ['pharmacy', 'job-centre', 'fire-service'] as const) {
        await page.goto(`${world.server.sites.library}/refer-someone.html`);
        await button(page, 'Someone I work with').click();
        await refer(page, {
          kind: kindLabel(kind),
          look: async (title) => {
            if (title !== 'About you and your organisation') return;
            for (const one of organisationKinds)
              assert.ok(await page.getByLabel(kindLabel(one), { exact: true }).isVisible(), one);
          },
        });
        await comesTo(page, 'Check the answers before you send them');
        await button(page, 'Send my referral').click();
        await comesTo(page, 'The referral has been sent');
        const referral = await stored(await referenceOn(page));
        assert.equal(referral?.source, kind);
      }
    });
  });

  test('refers somebody close to them who knows and agrees', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.goto(`${world.server.sites.library}/refer-someone.html`);
      await seesWhoQuestion(page);
      assert.deepEqual(await violations(page), []);
      await button(page, 'Someone close to me').click();
      await comesTo(page, 'Refer someone to Northside Link');
      await button(page, 'Start now').click();
      await page.getByLabel('Their postcode').fill('TS1 2AB');
      await goOn(page);
      await comesTo(page, 'Who is the person to you?');
      await page.getByLabel('My neighbour').check();
      await page.getByLabel('No, or I am not sure').check();
      await goOn(page);
      await comesTo(page, 'Talk to the person first');
      assert.deepEqual(await violations(page), []);
      await button(page, 'Go back').click();
      await comesTo(page, 'Who is the person to you?');
      await page.getByLabel('Yes, they know and they agree').check();
      await goOn(page);
      await comesTo(page, 'What is the person’s date of birth?');
      assert.equal(await page.getByLabel('Day').getAttribute('autocomplete'), 'off');
      await dateOfBirth(page, '27', '3', '1967');
      await goOn(page);
      await page.getByLabel('Feeling lonely or cut off').check();
      await goOn(page);
      await comesTo(page, 'What matters to the person? (optional)');
      await goOn(page);
      await page.getByLabel('Their full name').fill('Pat Example');
      await goOn(page);
      await page.getByLabel('Phone call').check();
      await goOn(page);
      await page.getByLabel('Their phone number').fill('01632 960 001');
      await page.getByLabel('Yes', { exact: true }).check();
      await goOn(page);
      await comesTo(page, 'When is a good time to contact the person? (optional)');
      await goOn(page);
      await page.getByLabel('I do not know').check();
      await goOn(page);
      await comesTo(page, 'Is there anything that would help the person to talk with us?');
      await goOn(page);
      await comesTo(page, 'How can we reach you?');
      assert.equal(await page.getByLabel('Your name').getAttribute('autocomplete'), 'name');
      await page.getByLabel('Your name').fill('Sam Example');
      await page.getByLabel('Your phone number').fill('01632 960 002');
      await page.getByLabel('No', { exact: true }).check();
      await goOn(page);
      await page.getByLabel(agreed).check();
      await goOn(page);
      await comesTo(page, 'Check the answers before you send them');
      await button(page, 'Send my referral').click();
      await comesTo(page, 'The referral has been sent');
      const referral = await stored(await referenceOn(page));
      assert.equal(referral?.for, 'someone-close');
      assert.equal(referral.source, 'family-or-friend');
      assert.equal(referral.answers.relation?.who, 'neighbour');
    });
  });

  test('is told to call instead of using a form when somebody is being harmed', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      const before = (await staffReferrals(world.server.backend)).length;
      await page.goto(`${world.server.sites.housing}/refer-someone.html`);
      await button(page, 'Start now').click();
      await page.getByLabel('Their postcode').fill('TS1 2AB');
      await goOn(page);
      await page.getByLabel('Yes, and nobody has reported it yet').check();
      await goOn(page);
      await comesTo(page, 'Do not use a form for this. Call now');
      await page.getByRole('link', { name: 'Adults: call 01632 960 210' }).waitFor();
      assert.deepEqual(await violations(page), []);
      assert.equal((await staffReferrals(world.server.backend)).length, before);
    });
  });

  test('may refer without the person’s agreement for a valid reason only', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.goto(`${world.server.sites.housing}/refer-someone.html`);
      await refer(page, {
        agreement: async () => {
          await page.getByLabel('No', { exact: true }).check();
          await page.getByLabel('Neither of these').check();
        },
      });
      await comesTo(page, 'We cannot take this referral without the person’s agreement');
      await button(page, 'Go back').click();
      await comesTo(page, 'Permission');
      await page.getByLabel('They cannot decide this themself').check();
      await goOn(page);
      await comesTo(page, 'Check the answers before you send them');
      await button(page, 'Send my referral').click();
      await comesTo(page, 'The referral has been sent');
      const referral = await stored(await referenceOn(page));
      assert.deepEqual(referral?.answers.agreement, { given: 'no', why: 'best-interests' });
      assert.ok(referral.consents.every(({ given }) => !given));
    });
  });

  test('is told of a waiting list, and which team has it, before any other question', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await page.goto(`${world.server.sites.housing}/refer-someone.html`);
      await refer(page, {
        postcode: 'TS5 4AA',
        isWaiting: true,
        look: async (title) => {
          if (title !== 'There is a wait') return;
          assert.deepEqual(await violations(page), []);
          await page.getByText('waiting list, about 6 weeks').waitFor();
        },
      });
      await comesTo(page, 'Check the answers before you send them');
      await button(page, 'Send my referral').click();
      const referral = await stored(await referenceOn(page));
      assert.equal(referral?.team.id, 'hillside');
      await page.getByText('There is a waiting list: about 6 weeks.').waitFor();
    });
  });
});

const seesWhoQuestion = (page: Page): Promise<void> =>
  heading(page, 'Who is this referral for?').waitFor();

describe('a person whose team is closed', () => {
  test('is asked for their GP practice, which may have a team, then told where else to find help', async () => {
    await visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'place');
      await page.getByLabel('Postcode').fill('TS7 8AA');
      await goOn(page);
      await comesTo(page, titles.practice);
      await page.getByLabel('I’m not sure').check();
      await goOn(page);
      await comesTo(page, 'We cannot take new people at the moment');
      assert.deepEqual(await violations(page), []);
      await page.getByRole('link', { name: 'Find help on the NHS website' }).waitFor();
    });
  });
});
