import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type World, eventually, openWorld, staffReferrals, visit } from '../helpers/harness.js';
import {
  type PageName,
  button,
  comesTo,
  dateOfBirth,
  goOn,
  hasFocus,
  heading,
  linesToCheck,
  openForm,
  ordinary,
  referYourself,
  stops,
  theRequiredPermission,
  titles,
  walkTo,
} from '../helpers/person.js';

const leaveQuestion = 'Close the form?';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Refer yourself' });

const isClosed = (page: Page): Promise<void> =>
  eventually('the dialog is closed', async () => !(await dialog(page).isVisible()));

/** How many referrals have been sent. */
const countSent = async ({ server }: World): Promise<number> =>
  (await staffReferrals(server.backend)).length;

describe('a person who moves through the form', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const pageOrder: readonly PageName[] = [
    'start',
    'place',
    'birth',
    'needs',
    'matters',
    'name',
    'contact',
    'details',
  ];
  /** Whether the answer that an ordinary person gave is still on the page. */
  const stillThere: Readonly<Partial<Record<PageName, (page: Page) => Promise<boolean>>>> = {
    place: async (page) => (await page.getByLabel('Postcode').inputValue()) === 'TS1 2AB',
    birth: async (page) =>
      (await page.getByLabel('Day', { exact: true }).inputValue()) === '27' &&
      (await page.getByLabel('Month', { exact: true }).inputValue()) === '3' &&
      (await page.getByLabel('Year', { exact: true }).inputValue()) === '1967',
    needs: (page) => page.getByLabel('Feeling lonely or cut off').isChecked(),
    name: async (page) => (await page.getByLabel('Full name').inputValue()) === 'Pat Example',
    contact: (page) => page.getByLabel('Phone call').isChecked(),
  };
  const showsAgain = async (page: Page, name: PageName): Promise<void> => {
    await comesTo(page, titles[name]);
    assert.ok((await stillThere[name]?.(page)) ?? true, `the answer on “${titles[name]}” is kept`);
  };

  for (const site of ['library', 'housing'] as const) {
    test(`goes back one question at a time with the form’s Back button, on the ${site}’s page`, () =>
      visit(world.browser, {}, async ({ page }) => {
        await openForm(page, world.server.sites[site]);
        await walkTo(page, 'details');
        for (const name of pageOrder.slice(0, -1).reverse()) {
          await button(page, 'Back').click();
          await showsAgain(page, name);
        }
        assert.equal(await button(page, 'Back').count(), 0, 'nothing comes before the start');
      }));

    test(`goes back and forward one question at a time with the browser’s buttons, on the ${site}’s page`, () =>
      visit(world.browser, {}, async ({ page }) => {
        await openForm(page, world.server.sites[site]);
        await walkTo(page, 'details');
        for (const name of pageOrder.slice(0, -1).reverse()) {
          await page.goBack();
          await showsAgain(page, name);
        }
        for (const name of pageOrder.slice(1)) {
          await page.goForward();
          await showsAgain(page, name);
        }
        await page.goBack();
        await showsAgain(page, 'contact');
        await button(page, 'Back').click();
        await showsAgain(page, 'name');
        await page.goForward();
        await showsAgain(page, 'contact');
      }));
  }

  test('closes an empty dialog with the browser’s Back on its first page, and the link has the focus', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      const address = page.url();
      await goOn(page, 'start');
      await comesTo(page, titles.place);
      await page.goBack();
      await comesTo(page, titles.start);
      await page.goBack();
      await isClosed(page);
      assert.equal(page.url(), address);
      assert.ok(await hasFocus(referYourself(page)));
    }));

  test('is asked first when they leave a form with answers by the browser’s Back', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      const address = page.url();
      await goOn(page, 'start');
      await page.getByLabel('Postcode').fill('TS1 2AB');
      await page.goBack();
      await comesTo(page, titles.start);
      await page.goBack();
      await comesTo(page, leaveQuestion);
      await button(page, 'Stay on this form').click();
      await comesTo(page, titles.start);
      await goOn(page, 'start');
      await showsAgain(page, 'place');
      await page.goBack();
      await comesTo(page, titles.start);
      await page.goBack();
      await comesTo(page, leaveQuestion);
      await button(page, 'Close and clear my answers').click();
      await isClosed(page);
      assert.equal(page.url(), address, 'the partner’s page is still there');
      await referYourself(page).click();
      await goOn(page, 'start');
      await comesTo(page, titles.place);
      assert.equal(await page.getByLabel('Postcode').inputValue(), '');
    }));

  test('is asked when they jump back several history entries, and stays on the partner’s page when the form closes', () =>
    visit(world.browser, {}, async ({ page }) => {
      // With this many entries in the history, going back too far would leave the partner’s page by a wide margin.
      for (const name of ['a', 'b', 'c', 'd', 'e']) await page.goto(`about:blank#${name}`);
      await openForm(page, world.server.sites.library);
      const address = page.url();
      await walkTo(page, 'needs');
      await page.evaluate(() => {
        history.go(-4);
      });
      await comesTo(page, leaveQuestion);
      await button(page, 'Close and clear my answers').click();
      await isClosed(page);
      await eventually('the form’s entries are left', () =>
        page.evaluate(() => history.state === null),
      );
      assert.equal(page.url(), address);
      await referYourself(page).click();
      await comesTo(page, titles.start);
    }));

  test('closes an empty dialog with Escape, and is asked first when there are answers', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.charity);
      await page.keyboard.press('Escape');
      await isClosed(page);
      await referYourself(page).click();
      await walkTo(page, 'birth');
      await page.getByLabel('Day', { exact: true }).fill('27');
      await page.keyboard.press('Escape');
      await comesTo(page, leaveQuestion);
      await page.keyboard.press('Escape');
      assert.ok(await dialog(page).isVisible(), 'a second Escape loses nothing');
      await button(page, 'Stay on this form').click();
      await comesTo(page, titles.birth);
      assert.equal(await page.getByLabel('Day', { exact: true }).inputValue(), '27');
      await button(page, 'Close').click();
      await comesTo(page, leaveQuestion);
      await button(page, 'Close and clear my answers').click();
      await isClosed(page);
      await referYourself(page).click();
      await comesTo(page, titles.start);
      await walkTo(page, 'birth', {
        answers: {
          place: async (form) => {
            assert.equal(await form.getByLabel('Postcode').inputValue(), '');
            await ordinary.place?.(form);
          },
        },
      });
      assert.equal(await page.getByLabel('Day', { exact: true }).inputValue(), '');
    }));

  test('sees none of their answers and sends nothing again when they go back after sending', () =>
    visit(world.browser, {}, async ({ page, requested }) => {
      const before = await countSent(world);
      await openForm(page, world.server.sites.housing);
      await walkTo(page, 'sent', {
        answers: { matters: (form) => form.getByRole('textbox').fill('My garden') },
      });
      const asked = requested.length;
      for (let times = 0; times < 12; times += 1) {
        await page.goBack();
        for (const answer of ['Pat Example', 'TS1 2AB', 'My garden', '01632 960 001'])
          assert.equal(await page.getByText(answer).count(), 0);
        for (const box of await page.getByRole('textbox').all())
          assert.equal(await box.inputValue(), '');
        assert.equal(await button(page, 'Send my referral').count(), 0);
      }
      assert.equal(requested.length, asked, 'nothing is asked of the backend');
      assert.equal(await countSent(world), before + 1);
    }));

  test('closes the dialog after sending, and the next person finds an empty form', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      const address = page.url();
      await walkTo(page, 'sent');
      await page.keyboard.press('Escape');
      await isClosed(page);
      assert.equal(page.url(), address);
      await referYourself(page).click();
      await walkTo(page, 'check', {
        answers: {
          place: async (form) => {
            assert.equal(await form.getByLabel('Postcode').inputValue(), '');
            await ordinary.place?.(form);
          },
          name: async (form) => {
            assert.equal(await form.getByLabel('Full name').inputValue(), '');
            await form.getByLabel('Full name').fill('Somebody Else');
          },
          permission: async (form) => {
            for (const box of await form.getByRole('checkbox').all())
              assert.equal(await box.isChecked(), false);
            await ordinary.permission?.(form);
          },
        },
      });
    }));

  describe('on a page that says the service cannot take them', () => {
    const saysWhatToDo = async (page: Page): Promise<void> => {
      const link = (name: string) => page.locator('kith-referral-form').getByRole('link', { name });
      assert.equal(await link('01632 960 123').getAttribute('href'), 'tel:+441632960123');
      await link('Find help on the NHS website').waitFor();
      await link('Call 999').waitFor();
      await link('Call 111').waitFor();
    };

    test('keeps the postcode on each way back when they live outside the area', () =>
      visit(world.browser, {}, async ({ page }) => {
        await openForm(page, world.server.sites.library);
        await goOn(page, 'start');
        // A team takes patients of some practices from anywhere, so the practice is asked for once.
        await page.getByLabel('Postcode').fill('SW1A 1AA');
        await goOn(page);
        await comesTo(page, titles.practice);
        await ordinary.practice?.(page);
        await goOn(page);
        await comesTo(page, stops.area);
        await button(page, 'Back').click();
        await comesTo(page, titles.practice);
        await button(page, 'Back').click();
        await comesTo(page, titles.place);
        for (const back of [
          () => button(page, 'Back').click(),
          () => button(page, 'Go back').click(),
          () => page.goBack(),
        ]) {
          await page.getByLabel('Postcode').fill('SW1A 1AA');
          await goOn(page);
          await comesTo(page, stops.area);
          await saysWhatToDo(page);
          await back();
          await comesTo(page, titles.place);
          assert.equal(await page.getByLabel('Postcode').inputValue(), 'SW1A 1AA');
        }
        await page.getByLabel('Postcode').fill('TS1 2AB');
        await goOn(page);
        await comesTo(page, titles.birth);
      }));

    test('keeps the date when they go back after being too young by one day', () =>
      visit(world.browser, {}, async ({ page }) => {
        const tomorrow = new Date(Date.now() + 86_400_000);
        const year = String(tomorrow.getFullYear() - 18);
        await openForm(page, world.server.sites.charity);
        await walkTo(page, 'birth');
        await dateOfBirth(page, String(tomorrow.getDate()), String(tomorrow.getMonth() + 1), year);
        await goOn(page);
        await comesTo(page, stops.tooYoung);
        await saysWhatToDo(page);
        await button(page, 'Back').click();
        await comesTo(page, titles.birth);
        assert.equal(await page.getByLabel('Year', { exact: true }).inputValue(), year);
        await page.getByLabel('Year', { exact: true }).fill('1967');
        await goOn(page);
        await comesTo(page, titles.needs);
      }));

    test('keeps the ticked boxes when they go back after declining permission, and nothing is sent', () =>
      visit(world.browser, {}, async ({ page }) => {
        const before = await countSent(world);
        await openForm(page, world.server.sites.housing);
        await walkTo(page, 'permission');
        await page.getByLabel('You may ask me later how it went').check();
        await button(page, 'I do not want to agree').click();
        await comesTo(page, stops.declined);
        await page.getByText('Nothing has been sent.').waitFor();
        await saysWhatToDo(page);
        assert.equal(await button(page, 'Send my referral').count(), 0);
        await button(page, 'Go back').click();
        await comesTo(page, titles.permission);
        assert.ok(await page.getByLabel('You may ask me later how it went').isChecked());
        assert.equal(await countSent(world), before);
        await page.getByLabel(theRequiredPermission).check();
        await goOn(page);
        await comesTo(page, titles.check);
      }));
  });

  test('goes on with any postcode when they have no fixed address', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await goOn(page, 'start');
      await page.getByLabel('Postcode').fill('SW1A 1AA');
      await page.getByLabel('I do not have a fixed address').check();
      await goOn(page);
      await comesTo(page, titles.birth);
    }));

  test('changes one answer from the check page and returns straight to it', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check');
      await button(page, 'Change Full name').click();
      await comesTo(page, titles.name);
      assert.equal(await page.getByLabel('Full name').inputValue(), 'Pat Example');
      await page.getByLabel('Full name').fill('');
      await goOn(page);
      await page.getByRole('link', { name: 'Enter your full name' }).waitFor();
      await page.getByLabel('Full name').fill('Pat Sample');
      await goOn(page);
      await comesTo(page, titles.check);
      assert.deepEqual(
        (await linesToCheck(page)).filter(([label]) => label === 'Full name'),
        [['Full name', 'Pat Sample']],
      );
      await button(page, 'Change Postcode').click();
      await comesTo(page, titles.place);
      await page.getByLabel('Postcode').fill('SW1A 1AA');
      await goOn(page);
      await comesTo(page, stops.area);
      await button(page, 'Back').click();
      await comesTo(page, titles.place);
      await page.getByLabel('Postcode').fill('TS2 1AA');
      await goOn(page);
      await comesTo(page, titles.check);
    }));

  test('changes how to be contacted, and is asked only for the details needed now', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check');
      await button(page, 'Change Ways to contact you').click();
      await comesTo(page, titles.contact);
      await page.getByLabel('Phone call').uncheck();
      await page.getByLabel('Letter').check();
      await page.getByLabel('Email', { exact: true }).check();
      await goOn(page);
      await comesTo(page, titles.details);
      assert.equal(await heading(page, 'There is a problem').count(), 0);
      await page.getByLabel('Email address').fill('pat@example.com');
      await page.getByLabel('Address line 1').fill('1 High Street');
      await page.getByLabel('Town or city').fill('Northside');
      for (const group of await page.getByRole('group', { name: 'Is it safe' }).all())
        await group.getByLabel('Yes', { exact: true }).check();
      await goOn(page);
      await comesTo(page, titles.check);
      const lines = (await linesToCheck(page)).map(([label]) => label);
      assert.ok(!lines.includes('Phone number'));
      await goOn(page, 'check');
      await comesTo(page, titles.sent);
      const [newest] = await staffReferrals(world.server.backend);
      assert.deepEqual(newest?.answers.details, {
        email: 'pat@example.com',
        emailSafe: 'yes',
        addressLine1: '1 High Street',
        town: 'Northside',
        letterSafe: 'yes',
      });
    }));

  test('reads what to do instead when they cannot give a phone number, an email or an address', () =>
    visit(world.browser, {}, async ({ page }) => {
      const cannot = 'I cannot give a phone number, an email or an address';
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'sent', {
        without: ['times'],
        answers: {
          contact: async (form) => {
            await form.getByLabel('Phone call').check();
            await form.getByLabel(cannot).check();
            assert.equal(await form.getByLabel('Phone call').isChecked(), false);
          },
          details: () => Promise.resolve(),
        },
      });
      await page
        .getByText(
          /You did not give us a way to reach you\. Call 01632 960 123 after \d+ \w+ \d{4}/,
        )
        .waitFor();
      const [newest] = await staffReferrals(world.server.backend);
      assert.deepEqual(newest?.answers.contact, { ways: ['none'] });
      assert.equal(newest.answers.details, undefined);
    }));

  test('can name another way to be reached, which is stored', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'sent', {
        without: ['times'],
        answers: {
          contact: (form) =>
            form.getByLabel('I cannot give a phone number, an email or an address').check(),
          details: (form) =>
            form.getByLabel('Is there another way to reach you?').fill('Ask Jo at the hostel'),
        },
      });
      await page.getByText(/They contact you by/).waitFor();
      const [newest] = await staffReferrals(world.server.backend);
      assert.deepEqual(newest?.answers.details, { otherWay: 'Ask Jo at the hostel' });
    }));
});
