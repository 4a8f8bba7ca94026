import type { Answers } from '../../../../src/referral/contract/questions/answers.js';
import type { ServiceProfile } from '../../../../src/core/service/service-profile.js';

/** The profile of an example service, with some members replaced. */
export const exampleProfile = (changes: Partial<ServiceProfile> = {}): ServiceProfile => ({
  service: {
    id: 'northside',
    name: 'Northside Link',
    phone: { label: '01632 960 123', href: 'tel:+441632960123' },
    hours: 'Monday to Friday, 9am to 5pm',
  },
  partner: { id: 'northside-library', name: 'Northside Library' },
  language: 'en-GB',
  area: 'Northside',
  age: { from: 18 },
  timeZone: 'Europe/London',
  firstContact: { workingDays: 5 },
  questions: {},
  needs: [
    { id: 'lonely', label: 'Feeling lonely or cut off' },
    { id: 'safety', label: 'Feeling safe at home', urgent: true },
  ],
  consent: {
    version: '2026-11',
    items: [
      { id: 'share', text: 'You may share what I told you', required: true },
      { id: 'gp', text: 'You may tell my GP practice', required: false },
    ],
  },
  urgentHelp: [
    { id: 'danger', heading: 'In danger', links: [{ label: 'Call 999', href: 'tel:999' }] },
  ],
  elsewhere: [{ label: 'Find help on the NHS website', href: 'https://www.nhs.uk' }],
  wording: {},
  audiences: ['self'],
  status: true,
  suggestions: false,
  safety: { exit: 'https://www.example.org', clearAfterMinutes: 15 },
  ...changes,
});

/** Answers that are valid for the service of `exampleProfile` on 22 November 2026. */
export const exampleAnswers = {
  place: { postcode: 'TS18 1HU' },
  birth: { date: '1957-03-27' },
  needs: { choices: ['lonely'] },
  matters: { text: 'Singing' },
  name: { full: 'Maya Example' },
  contact: { ways: ['phone'] },
  details: { phone: '01632 960 001', leaveMessage: 'yes' },
  times: { choices: ['morning'] },
  practice: { status: 'not-sure' },
  permission: { agreed: ['share'], version: '2026-11' },
} satisfies Answers;

const aboutThePerson = {
  place: { postcode: 'TS18 1HU' },
  birth: { date: '1957-03-27' },
  needs: { choices: ['lonely'] },
  name: { full: 'Maya Example' },
  contact: { ways: ['phone'] },
  details: { phone: '01632 960 001', leaveMessage: 'yes' },
  times: { choices: ['morning'] },
  practice: { status: 'not-sure' },
} satisfies Answers;

/** Valid answers of people who refer somebody else. */
export const exampleOfOthers = {
  'someone-close': {
    ...aboutThePerson,
    relation: { who: 'friend', knows: 'yes' },
    introducer: { name: 'Sam Example', phone: '01632 960 002', updates: 'no' },
    permission: { agreed: ['share'], version: '2026-11' },
  },
  professional: {
    ...aboutThePerson,
    safeguarding: { concern: 'no' },
    referrer: {
      name: 'Sam Example',
      role: 'Housing officer',
      kind: 'housing-association',
      organisation: 'Bridgewater Homes',
      email: 'sam@example.com',
      updates: 'yes',
    },
    reason: { text: 'Has lost contact with everybody' },
    risks: { known: 'none' },
    agreement: { given: 'yes' },
    permission: { agreed: ['share'], version: '2026-11' },
  },
} satisfies Readonly<Record<string, Answers>>;

/** The day on which `exampleAnswers` are given. */
export const today = '2026-11-22';
