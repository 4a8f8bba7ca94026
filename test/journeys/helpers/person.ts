import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './harness.js';

/** The title of each page, in the order of the journey. */
export const titles = {
  start: 'Refer yourself to Northside Link',
  place: 'Where do you live?',
  birth: 'What is your date of birth?',
  needs: 'What would you like help with?',
  matters: 'What matters to you? (optional)',
  name: 'What is your name?',
  contact: 'How should we contact you?',
  details: 'How can we reach you?',
  times: 'When is a good time to contact you? (optional)',
  practice: 'Do you have a GP practice?',
  support: 'Is there anything that would help you to talk with us?',
  permission: 'Your permission',
  check: 'Check your answers before you send them',
  sent: 'Your referral has been sent',
} as const;

/** The titles of the pages that say why the service cannot take the person. */
export const stops = {
  area: 'We do not cover your area',
  tooYoung: 'You need to be 18 or over for this service',
  declined: 'We cannot take your referral without your permission',
} as const;

export type PageName = keyof typeof titles;

const order: readonly PageName[] = [
  'start',
  'place',
  'birth',
  'needs',
  'matters',
  'name',
  'contact',
  'details',
  'times',
  'practice',
  'support',
  'permission',
  'check',
  'sent',
];

/** What a person does on a page before they go on. */
export type Answering = (page: Page) => Promise<void>;

export const theRequiredPermission =
  'You may share what I told you with the link workers of Northside Link, so that they can help me';

/** The answers of a person who answers only the required questions. */
export const ordinary: Readonly<Partial<Record<PageName, Answering>>> = {
  place: (page) => page.getByLabel('Postcode').fill('TS1 2AB'),
  birth: (page) => dateOfBirth(page, '27', '3', '1967'),
  needs: (page) => page.getByLabel('Feeling lonely or cut off').check(),
  name: (page) => page.getByLabel('Full name').fill('Pat Example'),
  contact: (page) => page.getByLabel('Phone call').check(),
  details: async (page) => {
    await page.getByLabel('Phone number').fill('01632 960 001');
    await page.getByLabel('No, only speak to me').check();
  },
  practice: (page) => page.getByLabel('I’m not sure').check(),
  permission: (page) => page.getByLabel(theRequiredPermission).check(),
};

/** Fills in the three boxes of a date. */
export async function dateOfBirth(page: Page, day: string, month: string, year: string) {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
}

/** The title of a page of the form. */
export const heading = (page: Page, title: string): Locator =>
  page.getByRole('heading', { level: 2, name: title, exact: true });

/** A button of the form. */
export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true });

/** Whether something has the keyboard's focus. */
export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element.matches(':focus'));

/** Waits for a page of the form and for the focus on its title. */
export async function comesTo(page: Page, title: string): Promise<void> {
  await heading(page, title).waitFor();
  await eventually(`the focus is on “${title}”`, () => hasFocus(heading(page, title)));
}

/** Presses the button at the end of a page. */
export async function goOn(page: Page, from?: PageName): Promise<void> {
  const name = from === 'start' ? 'Start now' : from === 'check' ? 'Send my referral' : 'Continue';
  await button(page, name).click();
}

/** The link to the form that a partner put in the page. A page may have several. */
export const referYourself = (page: Page, which = 0): Locator =>
  page.locator('kith-refer-yourself').nth(which).getByRole('link', { name: 'Refer yourself' });

/** Opens a partner's page and waits until the element behind the link is defined. */
export async function openPage(page: Page, site: string): Promise<void> {
  await page.goto(site);
  await eventually('the link is ready', () =>
    page.evaluate(() => customElements.get('kith-refer-yourself') !== undefined),
  );
}

/** Opens a partner's page and the form on it. */
export async function openForm(page: Page, site: string, which = 0): Promise<void> {
  await openPage(page, site);
  await referYourself(page, which).click();
  await comesTo(page, titles.start);
}

interface Walk {
  /** The page that the person is on. The default is the start page. */
  readonly from?: PageName;
  /** Answers that replace those of an ordinary person. */
  readonly answers?: Readonly<Partial<Record<PageName, Answering>>>;
  /** Pages that these answers make unnecessary. */
  readonly without?: readonly PageName[];
  /** The form is part of the page, so it does not take the focus when it first appears. */
  readonly isDirect?: boolean;
  /** A check to run on each page before it is answered. */
  readonly onEach?: (name: PageName) => Promise<void>;
}

/** Answers one page after another until the target page comes, and leaves that page unanswered. */
export async function walkTo(page: Page, target: PageName, walk: Walk = {}): Promise<void> {
  const { from = 'start', answers = {}, without = [], isDirect = false, onEach } = walk;
  const way = order
    .slice(order.indexOf(from), order.indexOf(target))
    .filter((name) => !without.includes(name));
  for (const name of way) {
    if (isDirect && name === 'start') await heading(page, titles.start).waitFor();
    else await comesTo(page, titles[name]);
    await onEach?.(name);
    await (answers[name] ?? ordinary[name])?.(page);
    await goOn(page, name);
  }
  await comesTo(page, titles[target]);
  await onEach?.(target);
}

/** The reference on the last page. */
export async function referenceOn(page: Page): Promise<string> {
  const text = await page.getByText(/^[0-9A-Z]{8}$/).innerText();
  assert.match(text, /^[0-9A-Z]{8}$/);
  return text;
}

/** The questions and answers on the check page, line by line. */
export const linesToCheck = (page: Page): Promise<readonly (readonly string[])[]> =>
  page
    .locator('kith-referral-form')
    .getByRole('term')
    .evaluateAll((terms) =>
      terms.map((term) => [
        term.textContent.trim(),
        ...[...(term.nextElementSibling?.querySelectorAll(':scope > span') ?? [])].map((value) =>
          value.textContent.trim(),
        ),
      ]),
    );
