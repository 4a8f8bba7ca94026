import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { type World, eventually, openWorld, visit } from '../helpers/harness.js';
import {
  type Answering,
  type PageName,
  button,
  comesTo,
  dateOfBirth,
  goOn,
  hasFocus,
  heading,
  openForm,
  ordinary,
  theRequiredPermission,
  titles,
  walkTo,
} from '../helpers/person.js';

interface Wrong {
  readonly what: string;
  /** What the person enters on the page before they go on. */
  readonly does: Answering;
  /** The messages that they read, each with the control that it is about. */
  readonly reads: readonly (readonly [words: string, control: (page: Page) => Locator])[];
}

const text = (label: string) => (page: Page) => page.getByLabel(label, { exact: true });
/** The first option of the question whether a way of contact is safe. */
const safe = (way: string) => (page: Page) =>
  page
    .getByRole('group', { name: new RegExp(`^Is it safe for us to ${way}`) })
    .getByLabel('Yes', { exact: true });
const nothing: Answering = () => Promise.resolve();
const fill =
  (entries: Readonly<Record<string, string>>): Answering =>
  async (page) => {
    for (const [label, value] of Object.entries(entries))
      await page.getByLabel(label, { exact: true }).fill(value);
  };
const date =
  (day: string, month: string, year: string): Answering =>
  (page) =>
    dateOfBirth(page, day, month, year);

const day = text('Day');
const month = text('Month');
const year = text('Year');
const nextYear = String(new Date().getFullYear() + 1);

const wrongs: Readonly<Partial<Record<PageName, readonly Wrong[]>>> = {
  place: [
    { what: 'nothing', does: nothing, reads: [['Enter your postcode', text('Postcode')]] },
    {
      what: 'spaces',
      does: fill({ Postcode: '   ' }),
      reads: [['Enter your postcode', text('Postcode')]],
    },
    ...['hello', 'TS1', '90210', 'TS1 2AB and more than twenty characters'].map((typed) => ({
      what: `“${typed}”`,
      does: fill({ Postcode: typed }),
      reads: [['Enter a full UK postcode, like TS1 2AB', text('Postcode')] as const],
    })),
    {
      what: 'too much about where they stay',
      does: async (page) => {
        await page.getByLabel('I do not have a fixed address').check();
        await page.getByLabel('Where are you staying at the moment?').fill('x'.repeat(101));
      },
      reads: [
        [
          'Where you are staying must be 100 characters or less',
          (page) => page.getByLabel('Where are you staying at the moment?'),
        ],
      ],
    },
  ],
  birth: [
    { what: 'nothing', does: nothing, reads: [['Enter your date of birth', day]] },
    {
      what: 'no day',
      does: date('', '3', '1967'),
      reads: [['Date of birth must include a day', day]],
    },
    {
      what: 'no month',
      does: date('27', '', '1967'),
      reads: [['Date of birth must include a month', month]],
    },
    {
      what: 'no year',
      does: date('27', '3', ''),
      reads: [['Date of birth must include a year', year]],
    },
    {
      what: 'a short year',
      does: date('27', '3', '67'),
      reads: [['Year must include 4 numbers', year]],
    },
    {
      what: 'a day that does not exist',
      does: date('29', '2', '1967'),
      reads: [['Date of birth must be a real date', day]],
    },
    {
      what: 'words',
      does: date('the', 'first', '1967'),
      reads: [['Date of birth must be a real date', day]],
    },
    {
      what: 'a date in the future',
      does: date('27', '3', nextYear),
      reads: [['Date of birth must be in the past', day]],
    },
    {
      what: 'a year that nobody alive was born in',
      does: date('27', '3', '1867'),
      reads: [['Check the year of your date of birth', day]],
    },
  ],
  needs: [
    {
      what: 'nothing',
      does: nothing,
      reads: [['Select what you would like help with', text('Feeling lonely or cut off')]],
    },
  ],
  matters: [
    {
      what: 'too much text',
      does: (page) => page.getByRole('textbox').fill('x'.repeat(2001)),
      reads: [
        [
          'What matters to you must be 2000 characters or less',
          (page) => page.getByRole('textbox'),
        ],
      ],
    },
  ],
  name: [
    { what: 'nothing', does: nothing, reads: [['Enter your full name', text('Full name')]] },
    {
      what: 'spaces',
      does: fill({ 'Full name': ' \t ' }),
      reads: [['Enter your full name', text('Full name')]],
    },
    {
      what: 'two names that are too long',
      does: fill({
        'Full name': 'x'.repeat(71),
        'What would you like us to call you? (optional)': 'y'.repeat(71),
      }),
      reads: [
        ['Full name must be 70 characters or less', text('Full name')],
        [
          'What we call you must be 70 characters or less',
          text('What would you like us to call you? (optional)'),
        ],
      ],
    },
  ],
  contact: [
    {
      what: 'nothing',
      does: nothing,
      reads: [['Select how we should contact you', text('Phone call')]],
    },
  ],
  details: [
    {
      what: 'nothing',
      does: nothing,
      reads: [
        ['Enter a phone number', text('Phone number')],
        ['Select if it is safe for us to leave a message', safe('leave a message')],
        ['Enter your email address', text('Email address')],
        ['Select if it is safe for us to email you', safe('email you')],
        ['Enter address line 1, usually the building and street', text('Address line 1')],
        ['Enter a town or city', text('Town or city')],
        ['Select if it is safe for us to send you a letter', safe('send you a letter')],
      ],
    },
    {
      what: 'details that are not valid',
      does: fill({
        'Phone number': 'ask my son',
        'Another number for texts (optional)': '123',
        'Email address': 'me@home',
      }),
      reads: [
        ['Enter a phone number, like 01632 960 001 or 07700 900 982', text('Phone number')],
        ['Enter a mobile number, like 07700 900 982', text('Another number for texts (optional)')],
        ['Select if it is safe for us to leave a message', safe('leave a message')],
        [
          'Enter an email address in the correct format, like name@example.com',
          text('Email address'),
        ],
        ['Select if it is safe for us to email you', safe('email you')],
        ['Enter address line 1, usually the building and street', text('Address line 1')],
        ['Enter a town or city', text('Town or city')],
        ['Select if it is safe for us to send you a letter', safe('send you a letter')],
      ],
    },
    {
      what: 'too much in every line',
      does: fill({
        'Phone number': '0'.repeat(36),
        'Another number for texts (optional)': '0'.repeat(36),
        'Email address': `${'x'.repeat(250)}@example.org`,
        'Address line 1': 'x'.repeat(36),
        'Address line 2 (optional)': 'x'.repeat(36),
        'Town or city': 'x'.repeat(36),
      }),
      reads: [
        ['Phone number must be 35 characters or less', text('Phone number')],
        [
          'Mobile number must be 35 characters or less',
          text('Another number for texts (optional)'),
        ],
        ['Select if it is safe for us to leave a message', safe('leave a message')],
        ['Email address must be 254 characters or less', text('Email address')],
        ['Select if it is safe for us to email you', safe('email you')],
        ['Address line 1 must be 35 characters or less', text('Address line 1')],
        ['Address line 2 must be 35 characters or less', text('Address line 2 (optional)')],
        ['Town or city must be 35 characters or less', text('Town or city')],
        ['Select if it is safe for us to send you a letter', safe('send you a letter')],
      ],
    },
  ],
  times: [
    {
      what: 'too much text',
      does: fill({
        'Is there a time when we should not contact you? (optional)': 'x'.repeat(151),
      }),
      reads: [
        [
          'The time when we should not contact you must be 150 characters or less',
          text('Is there a time when we should not contact you? (optional)'),
        ],
      ],
    },
  ],
  practice: [
    {
      what: 'nothing',
      does: nothing,
      reads: [['Select yes if you have a GP practice', text('Yes')]],
    },
    {
      what: 'yes, without a name',
      does: (page) => page.getByLabel('Yes', { exact: true }).check(),
      reads: [['Enter the name of your GP practice', (page) => page.getByRole('combobox')]],
    },
    {
      what: 'a name that is too long',
      does: async (page) => {
        await page.getByLabel('Yes', { exact: true }).check();
        await page.getByRole('combobox').fill('x'.repeat(151));
      },
      reads: [
        [
          'Name of your GP practice must be 150 characters or less',
          (page) => page.getByRole('combobox'),
        ],
      ],
    },
  ],
  support: [
    {
      what: 'too much text',
      does: async (page) => {
        await page.getByLabel('Language you prefer').fill('x'.repeat(61));
        await page.getByLabel('Is there anything else we should know?').fill('x'.repeat(151));
      },
      reads: [
        [
          'Language must be 60 characters or less',
          (page) => page.getByLabel('Language you prefer'),
        ],
        [
          'Anything else we should know must be 150 characters or less',
          (page) => page.getByLabel('Is there anything else we should know?'),
        ],
      ],
    },
  ],
  permission: [
    {
      what: 'nothing',
      does: nothing,
      reads: [
        [
          'Tick the first box if you agree. Without it, we cannot take your referral',
          text(theRequiredPermission),
        ],
      ],
    },
    {
      what: 'only the optional consent',
      does: (page) => page.getByLabel('You may ask me later how it went').check(),
      reads: [
        [
          'Tick the first box if you agree. Without it, we cannot take your referral',
          text(theRequiredPermission),
        ],
      ],
    },
  ],
};

describe('a person who gives an answer that is not valid', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('reads what to do in the list of problems and at the field, on each page', (t) =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'check', {
        answers: {
          contact: async (form) => {
            for (const way of ['Phone call', 'Text message', 'Email', 'Letter'])
              await form.getByLabel(way, { exact: true }).check();
          },
          details: fullDetails,
        },
        onEach: async (name) => {
          for (const wrong of wrongs[name] ?? [])
            await t.test(
              `reads what to do on “${name}” after entering: ${wrong.what}`,
              async () => {
                await emptyAll(page);
                await wrong.does(page);
                const entered = await allEntered(page);
                await goOn(page);
                await reads(page, name, wrong);
                assert.deepEqual(await allEntered(page), entered, 'what was entered stays');
              },
            );
          await emptyAll(page);
        },
      });
    }));

  test('is asked only for an email address when they want only emails', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'details', {
        answers: { contact: (at) => at.getByLabel('Email', { exact: true }).check() },
      });
      await goOn(page);
      await reads(page, 'details', {
        what: 'nothing',
        does: nothing,
        reads: [
          ['Enter your email address', text('Email address')],
          ['Select if it is safe for us to email you', safe('email you')],
        ],
      });
    }));

  test('goes on after correcting a mistake, and the list of problems disappears', () =>
    visit(world.browser, {}, async ({ page }) => {
      await openForm(page, world.server.sites.library);
      await walkTo(page, 'name');
      await goOn(page);
      await page.getByRole('link', { name: 'Enter your full name' }).waitFor();
      await ordinary.name?.(page);
      await goOn(page);
      await comesTo(page, titles.contact);
      assert.equal(await page.getByRole('heading', { name: 'There is a problem' }).count(), 0);
      await button(page, 'Back').click();
      await comesTo(page, titles.name);
      assert.equal(await page.getByRole('heading', { name: 'There is a problem' }).count(), 0);
    }));
});

const fullDetails: Answering = async (page) => {
  await fill({
    'Phone number': '01632 960 001',
    'Email address': 'pat@example.com',
    'Address line 1': '1 High Street',
    'Town or city': 'Northside',
  })(page);
  for (const group of await page.getByRole('group', { name: 'Is it safe' }).all())
    await group.getByLabel('Yes', { exact: true }).check();
};

const form = (page: Page): Locator => page.locator('kith-referral-form');

/** The values of all controls of the form. */
const allEntered = (page: Page): Promise<readonly string[]> =>
  form(page)
    .locator('input, textarea')
    .evaluateAll((controls) =>
      controls.map((control) => {
        if (control instanceof HTMLTextAreaElement) return control.value;
        if (!(control instanceof HTMLInputElement)) return '';
        return control.type === 'text' || control.type === 'tel' || control.type === 'email'
          ? control.value
          : String(control.checked);
      }),
    );

async function emptyAll(page: Page): Promise<void> {
  for (const box of await form(page).getByRole('checkbox').all()) await box.uncheck();
  for (const line of await form(page).getByRole('textbox').all()) await line.fill('');
}

async function reads(page: Page, name: PageName, { reads }: Wrong): Promise<void> {
  const problem = page.getByRole('heading', { name: 'There is a problem' });
  await problem.waitFor();
  const summary = form(page).locator('[tabindex="-1"]').filter({ has: problem });
  await eventually(`the list of problems on “${name}” has the focus`, () => hasFocus(summary));
  await heading(page, titles[name]).waitFor();
  assert.deepEqual(
    await summary.getByRole('link').allInnerTexts(),
    reads.map(([words]) => words),
    'every problem has one link, in the order of the page',
  );
  for (const [words, control] of reads) {
    await summary.getByRole('link', { name: words, exact: true }).click();
    await eventually(`“${words}” leads to its control`, () => hasFocus(control(page)));
    const described = await control(page).evaluate(describe);
    assert.ok(described.texts.includes(`Error: ${words}`), `“${words}” is shown at its control`);
    if (described.isText) assert.equal(described.invalid, 'true', `“${words}” marks its control`);
  }
  const wrong = form(page).locator('[aria-invalid="true"]');
  for (const control of await wrong.all())
    assert.match((await control.evaluate(describe)).texts.join('\n'), /^Error: /m);

  /** What assistive technology reads for a control and for the group that contains it. */
  function describe(element: Element) {
    const root = element.getRootNode();
    const ids = [element, element.closest('fieldset')]
      .flatMap((one) => one?.getAttribute('aria-describedby')?.split(' ') ?? [])
      .filter(Boolean);
    return {
      isText: element.matches('textarea, [type=text], [type=tel], [type=email]'),
      invalid: element.getAttribute('aria-invalid'),
      texts: ids.map((id) => {
        const text = root instanceof ShadowRoot ? root.getElementById(id)?.textContent : undefined;
        return text?.trim().replace(/\s+/g, ' ') ?? `nothing has the id ${id}`;
      }),
    };
  }
}
