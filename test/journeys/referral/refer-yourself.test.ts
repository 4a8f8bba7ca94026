import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ServiceProfile } from '../../../src/core/service/service-profile.js';
import {
  type Server,
  type Visit,
  type World,
  openWorld,
  staffReferrals,
  visit,
} from '../helpers/harness.js';
import {
  type Answering,
  type PageName,
  button,
  comesTo,
  dateOfBirth,
  linesToCheck,
  openForm,
  referenceOn,
  titles,
  walkTo,
} from '../helpers/person.js';

const consentTexts = {
  share:
    'You may share what I told you with the link workers of Northside Link, so that they can help me',
  gp: 'You may tell my GP practice that Northside Link is helping me',
  feedback: 'You may ask me later how it went',
} as const;

const densham = {
  name: 'The Densham Surgery, The Health Centre, Lawson Street, Stockton, Cleveland, TS18 1HU',
  code: 'A81001',
};

// A consent is read together with its hint, so the stored proof contains both.
const consentTextsWithHints = {
  ...consentTexts,
  share: `${consentTexts.share}\nWe need this to be able to help you`,
};

const consentIds = ['share', 'gp', 'feedback'] as const;

type Answers = Readonly<Partial<Record<PageName, Answering>>>;

interface Sender {
  readonly who: string;
  readonly site: 'library' | 'charity' | 'housing';
  readonly path?: string;
  readonly which?: number;
  readonly answers: Answers;
  readonly without?: readonly PageName[];
  readonly checked: readonly (readonly string[])[];
  readonly partner: string;
  readonly stored: Readonly<Record<string, unknown>>;
  readonly given: readonly (keyof typeof consentTexts)[];
  /** Personal details that may appear only in the referral. */
  readonly secrets: readonly string[];
}

const ofTheLibrary: Sender = {
  who: 'a person who answers everything, in the dialog of the library',
  site: 'library',
  partner: 'northside-library',
  answers: {
    place: (page) => page.getByLabel('Postcode').fill('ts1-2ab '),
    birth: (page) => dateOfBirth(page, '7', 'March', '1967'),
    needs: async (page) => {
      await page.getByLabel('Low mood, worry or stress').check();
      await page.getByLabel('Feeling lonely or cut off').check();
      await page.getByLabel('Feeling safe at home').check();
      await page.getByRole('link', { name: 'Call 999' }).waitFor();
    },
    matters: (page) =>
      page
        .getByRole('textbox', { name: 'What matters to you?' })
        .fill('I used to sing.\nI’d like to meet people & <b>walk</b> 🎵 "again"'),
    name: async (page) => {
      await page.getByLabel('Full name').fill('  Siân O’Brien-Łukasz ');
      await page.getByLabel('What would you like us to call you?').fill('Shani');
    },
    contact: async (page) => {
      for (const way of ['Phone call', 'Text message', 'Letter'])
        await page.getByLabel(way).check();
      await page.getByLabel('Email', { exact: true }).check();
    },
    details: async (page) => {
      await page.getByLabel('Phone number').fill('+44 (0)1632 960001 ext. 12');
      await page.getByLabel('Another number for texts').fill('07700 900 982');
      await page.getByLabel('Yes, but do not say what it is about').check();
      await page.getByLabel('Email address').fill('sian+kith@example.com');
      await page.getByLabel('Address line 1').fill('Flat 2, 1 High Street');
      await page.getByLabel('Address line 2').fill('Old Town');
      await page.getByLabel('Town or city').fill('Northside');
      await page.getByLabel('Yes, but do not write what it is about').check();
      await page.getByLabel('Yes, but do not show who it is from').check();
    },
    times: async (page) => {
      await page.getByLabel('Morning, 9am to 12pm').check();
      await page.getByLabel('Evening, 5pm to 7pm').check();
      await page
        .getByLabel('Is there a time when we should not contact you?')
        .fill('Tuesdays: dialysis');
    },
    practice: async (page) => {
      await page.getByLabel('Yes', { exact: true }).check();
      await page.getByRole('combobox').fill('densham');
      await page.getByRole('option', { name: 'The Densham Surgery' }).click();
    },
    support: async (page) => {
      await page.getByLabel('Language you prefer').fill('Cymraeg');
      await page.getByLabel('I would like an interpreter').check();
      await page.getByLabel('Large print').check();
      await page.getByLabel('British Sign Language').check();
      await page.getByLabel('Is there anything else we should know?').fill('I use a wheelchair');
    },
    permission: async (page) => {
      await page.getByLabel(consentTexts.share).check();
      await page.getByLabel(consentTexts.feedback).check();
    },
  },
  checked: [
    ['Help with', 'Feeling lonely or cut off', 'Low mood, worry or stress', 'Feeling safe at home'],
    ['What matters to you', 'I used to sing.\nI’d like to meet people & <b>walk</b> 🎵 "again"'],
    ['Postcode', 'TS1 2AB'],
    ['Date of birth', '7 March 1967'],
    ['Full name', 'Siân O’Brien-Łukasz'],
    ['What would you like us to call you?', 'Shani'],
    ['GP practice', 'Yes'],
    ['Name of your GP practice', densham.name],
    ['Ways to contact you', 'Phone call', 'Text message', 'Email', 'Letter'],
    ['Phone number', '+44 (0)1632 960001 ext. 12'],
    ['Another number for texts', '07700 900 982'],
    [
      'Is it safe for us to leave a message or send a text?',
      'Yes, but do not say what it is about',
    ],
    ['Email address', 'sian+kith@example.com'],
    ['Is it safe for us to email you?', 'Yes, but do not write what it is about'],
    ['Address line 1', 'Flat 2, 1 High Street'],
    ['Address line 2', 'Old Town'],
    ['Town or city', 'Northside'],
    ['Is it safe for us to send you a letter?', 'Yes, but do not show who it is from'],
    ['Good times', 'Morning, 9am to 12pm', 'Evening, 5pm to 7pm'],
    ['Is there a time when we should not contact you?', 'Tuesdays: dialysis'],
    ['Language you prefer, if it is not English', 'Cymraeg'],
    ['I would like an interpreter', 'Yes'],
    ['What would help you?', 'Large print', 'British Sign Language'],
    ['Is there anything else we should know?', 'I use a wheelchair'],
    [consentTexts.share, 'Yes'],
    [consentTexts.gp, 'No'],
    [consentTexts.feedback, 'Yes'],
  ],
  stored: {
    place: { postcode: 'TS1 2AB' },
    birth: { date: '1967-03-07' },
    needs: { choices: ['mood', 'lonely', 'safety'] },
    matters: { text: 'I used to sing.\nI’d like to meet people & <b>walk</b> 🎵 "again"' },
    name: { full: 'Siân O’Brien-Łukasz', preferred: 'Shani' },
    contact: { ways: ['phone', 'text', 'letter', 'email'] },
    details: {
      phone: '+44 (0)1632 960001 ext. 12',
      mobile: '07700 900 982',
      leaveMessage: 'discreet',
      email: 'sian+kith@example.com',
      emailSafe: 'discreet',
      addressLine1: 'Flat 2, 1 High Street',
      addressLine2: 'Old Town',
      town: 'Northside',
      letterSafe: 'discreet',
    },
    times: { choices: ['morning', 'evening'], note: 'Tuesdays: dialysis' },
    practice: { status: 'registered', ...densham },
    support: {
      language: 'Cymraeg',
      interpreter: 'yes',
      formats: ['large-print', 'sign-language'],
      access: 'I use a wheelchair',
    },
  },
  given: ['share', 'feedback'],
  secrets: [
    '2AB',
    '2ab',
    '1967',
    'O’Brien',
    'to sing',
    '960001',
    '900 982',
    'sian+kith',
    'Densham',
  ],
};

const ofTheCharity: Sender = {
  who: 'a person without a fixed address, by the second button of the charity',
  site: 'charity',
  which: 1,
  partner: 'open-door',
  answers: {
    place: async (page) => {
      await page.getByLabel('I do not have a fixed address').check();
      await page.getByLabel('Where are you staying at the moment?').fill('Hostel on Albert Road');
    },
    birth: (page) => dateOfBirth(page, '29', '02', '1996'),
    needs: (page) => page.getByLabel('Something else, or I am not sure').check(),
    name: (page) => page.getByLabel('Full name').fill('محمد أحمد'),
    contact: (page) => page.getByLabel('Text message').check(),
    details: async (page) => {
      await page.getByLabel('Mobile number for texts').fill('07700900983');
      await page.getByLabel('Yes', { exact: true }).check();
    },
    practice: (page) => page.getByLabel('No, I do not have a GP').check(),
    permission: async (page) => {
      for (const text of Object.values(consentTexts)) await page.getByLabel(text).check();
    },
  },
  checked: [
    ['Help with', 'Something else, or I am not sure'],
    ['What matters to you?', 'Not provided'],
    ['I do not have a fixed address', 'Yes'],
    ['Where are you staying at the moment?', 'Hostel on Albert Road'],
    ['Date of birth', '29 February 1996'],
    ['Full name', 'محمد أحمد'],
    ['GP practice', 'No, I do not have a GP'],
    ['Ways to contact you', 'Text message'],
    ['Mobile number for texts', '07700900983'],
    ['Is it safe for us to leave a message or send a text?', 'Yes'],
    ['When is a good time to contact you?', 'Not provided'],
    ['Is there anything that would help you to talk with us?', 'Not provided'],
    [consentTexts.share, 'Yes'],
    [consentTexts.gp, 'Yes'],
    [consentTexts.feedback, 'Yes'],
  ],
  stored: {
    place: { noFixedAddress: 'yes', stayingNear: 'Hostel on Albert Road' },
    birth: { date: '1996-02-29' },
    needs: { choices: ['other'] },
    name: { full: 'محمد أحمد' },
    contact: { ways: ['text'] },
    details: { mobile: '07700900983', leaveMessage: 'yes' },
    practice: { status: 'none' },
  },
  given: ['share', 'gp', 'feedback'],
  secrets: ['Albert Road', '1996', 'محمد', '07700900983'],
};

const ofTheHousingAssociation: Sender = {
  who: 'a person who would like an email, in place on the page of the housing association',
  site: 'housing',
  partner: 'bridgewater-homes',
  without: ['times'],
  answers: {
    place: (page) => page.getByLabel('Postcode').fill('TS18 2AW'),
    birth: (page) => dateOfBirth(page, '31', '12', '1938'),
    needs: async (page) => {
      for (const need of await page.getByRole('checkbox').all()) await need.check();
    },
    name: (page) => page.getByLabel('Full name').fill('Bo'),
    contact: (page) => page.getByLabel('Email', { exact: true }).check(),
    details: async (page) => {
      await page.getByLabel('Email address').fill('bo@example.org');
      await page.getByLabel('Yes', { exact: true }).check();
    },
    practice: async (page) => {
      await page.getByLabel('Yes', { exact: true }).check();
      await page
        .getByRole('combobox', { name: 'Name of your GP practice' })
        .fill('A surgery that nobody has listed');
    },
  },
  checked: [
    [
      'Help with',
      'Feeling lonely or cut off',
      'Low mood, worry or stress',
      'Caring for someone',
      'Losing someone close to you',
      'Money, benefits or debt',
      'Housing or your home',
      'Getting enough food',
      'Work, training or volunteering',
      'Getting more active',
      'Eating well',
      'Living with a long-term condition or disability',
      'Feeling safe at home',
      'Meeting people or joining an activity',
      'Something else, or I am not sure',
    ],
    ['What matters to you?', 'Not provided'],
    ['Postcode', 'TS18 2AW'],
    ['Date of birth', '31 December 1938'],
    ['Full name', 'Bo'],
    ['GP practice', 'Yes'],
    ['Name of your GP practice', 'A surgery that nobody has listed'],
    ['Ways to contact you', 'Email'],
    ['Email address', 'bo@example.org'],
    ['Is it safe for us to email you?', 'Yes'],
    ['Is there anything that would help you to talk with us?', 'Not provided'],
    [consentTexts.share, 'Yes'],
    [consentTexts.gp, 'No'],
    [consentTexts.feedback, 'No'],
  ],
  stored: {
    place: { postcode: 'TS18 2AW' },
    birth: { date: '1938-12-31' },
    needs: {
      choices: [
        'lonely',
        'mood',
        'caring',
        'bereavement',
        'money',
        'housing',
        'food',
        'work',
        'active',
        'eating',
        'condition',
        'safety',
        'people',
        'other',
      ],
    },
    name: { full: 'Bo' },
    contact: { ways: ['email'] },
    details: { email: 'bo@example.org', emailSafe: 'yes' },
    practice: { status: 'registered', name: 'A surgery that nobody has listed' },
  },
  given: ['share'],
  secrets: ['2AW', '1938', 'bo@example.org', 'nobody has listed'],
};

const ofTheLibraryPage: Sender = {
  ...ofTheCharity,
  who: 'a person on the page of the library that holds the form itself',
  site: 'library',
  path: '/refer.html',
  partner: 'northside-library',
};

const senders = [ofTheLibrary, ofTheCharity, ofTheHousingAssociation, ofTheLibraryPage] as const;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a person who refers themself', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  for (const sender of senders)
    test(`sends what staff then see exactly, and it is stored nowhere else: ${sender.who}`, () =>
      visit(world.browser, {}, async (there) => {
        const { page } = there;
        const { server } = world;
        const site = server.sites[sender.site];
        const began = Date.now();
        if (sender.path === undefined) await openForm(page, site, sender.which);
        else await page.goto(`${site}${sender.path}`);
        await page.evaluate(recordSentEvents);
        const address = page.url();
        await walkTo(page, 'check', {
          answers: sender.answers,
          without: sender.without ?? [],
          isDirect: sender.path !== undefined,
        });
        assert.deepEqual(await linesToCheck(page), sender.checked);
        await storesNothing(there);

        await button(page, 'Send my referral').click();
        await comesTo(page, titles.sent);
        const reference = await referenceOn(page);
        const [stored, ...others] = (await staffReferrals(server.backend)).filter(
          (one) => one.reference === reference,
        );
        assert.ok(stored);
        assert.equal(others.length, 0);
        const version = await versionOfWording(server, sender.partner);
        const { receivedAt, contactBy, ...rest } = stored;
        const received = Date.parse(receivedAt);
        assert.ok(received >= began && received <= Date.now());
        assert.deepEqual(rest, {
          reference,
          partner: sender.partner,
          for: 'self',
          source: 'self',
          team: { id: 'adults', name: 'Northside adults’ team' },
          status: 'received',
          history: [],
          language: 'en',
          answers: { ...sender.stored, permission: { agreed: sender.given, version } },
          consents: consentIds.map((id) => ({
            id,
            given: sender.given.includes(id),
            version,
            text: consentTextsWithHints[id],
            textSha256: sha256(consentTextsWithHints[id]),
            at: receivedAt,
          })),
        });
        await page.getByText(`They contact you by ${inWords(contactBy)}.`).waitFor();

        const form = page.locator('kith-referral-form');
        for (const secret of sender.secrets)
          assert.equal(await form.getByText(secret).count(), 0, secret);
        assert.equal(page.url(), address, 'the address never changes');
        await storesNothing(there);
        staysOutOf('the requested addresses', there.requested, sender.secrets);
        staysOutOf('the server’s output', writtenBy(server), sender.secrets);
        assert.deepEqual(await page.evaluate(recordedEvents), [{ reference, detail: 'none' }]);
      }));
});

// The script of a partner's page receives an event for each referral. Everything that the event holds is recorded.
function recordSentEvents(): void {
  document.addEventListener('kith-referral-sent', (event) => {
    const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
    const detail = Reflect.has(event, 'detail') ? 'some' : 'none';
    const before: unknown = Reflect.get(globalThis, 'heard');
    const heard: readonly unknown[] = Array.isArray(before) ? before : [];
    Reflect.set(globalThis, 'heard', [...heard, { ...Object.fromEntries(own), detail }]);
  });
}

const recordedEvents = (): unknown => Reflect.get(globalThis, 'heard');

/** The version of the consent wording in the service's profile, which the settings give as 2026-11. */
async function versionOfWording({ backend }: Server, partner: string): Promise<string> {
  const answer = await fetch(`${backend}/api/v1/profile?partner=${partner}`);
  const { consent } = ServiceProfile.parse(await answer.json());
  assert.match(consent.version, /^2026-11\b/);
  return consent.version;
}

const inWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));

// The random identifier of each request may contain any digits, so it is left out.
const writtenBy = (server: Server): readonly string[] =>
  server
    .output()
    .replace(/"id":"[0-9a-f-]{36}",/g, '')
    .split('\n');

function staysOutOf(what: string, texts: readonly string[], secrets: readonly string[]): void {
  const plain = texts.map((text) => decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')));
  for (const secret of secrets)
    assert.deepEqual(
      plain.filter((text) => text.includes(secret)),
      [],
      `“${secret}” stays out of ${what}`,
    );
}

/** Checks that the browser stores nothing, and that its history holds only the position in the form. */
async function storesNothing({ page, context }: Visit): Promise<void> {
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    entry: JSON.stringify(history.state),
    name: window.name,
  }));
  const { entry, ...rest } = stored;
  assert.deepEqual(rest, { local: 0, session: 0, cookie: '', databases: 0, name: '' });
  assert.match(entry, /^{"kith":{"form":"\d+-\d+","position":\d+}}$/);
  assert.deepEqual(await context.cookies(), []);
}
