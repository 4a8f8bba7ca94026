import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answers } from '../../../../../src/referral/contract/questions/answers.js';
import type { RawAnswer } from '../../../../../src/referral/contract/questions/question.js';
import { questionOf } from '../../../../../src/referral/contract/questions/every-question.js';
import { selfPages } from '../../../../../src/referral/contract/questions/questions-for-self.js';
import {
  readAnswer,
  shownFields,
} from '../../../../../src/referral/contract/questions/read-answer.js';
import type { QuestionMode } from '../../../../../src/core/service/service-profile.js';
import { exampleProfile, today } from '../../../core/service/example-profile.js';

type Ways = NonNullable<Answers['contact']>['ways'];

const contextOf = (
  ways: Ways = ['phone'],
  questions: Readonly<Record<string, QuestionMode>> = {},
) => ({
  profile: exampleProfile({ questions }),
  for: 'self' as const,
  pages: selfPages,
  today,
  answers: (ways.length > 0 ? { contact: { ways } } : {}) satisfies Answers,
});

/** The result of a page: its answer, or the issue of each invalid field. */
function outcome(id: string, raw: RawAnswer, context = contextOf()): unknown {
  const question = questionOf(id);
  assert.ok(question);
  const read = readAnswer(question, raw, context);
  return read.ok ? read.value : read.failure.map(({ field, code }) => `${field}: ${code}`);
}

const long = (length: number): string => 'a'.repeat(length);
const day = (date: string, month: string, year: string): RawAnswer => ({
  'date-day': date,
  'date-month': month,
  'date-year': year,
});

type Row = readonly [title: string, id: string, raw: RawAnswer, outcome: unknown];

const table: readonly Row[] = [
  ['is given no value', 'place', {}, ['postcode: place.postcode.missing']],
  ['is given only spaces', 'place', { postcode: '  ' }, ['postcode: place.postcode.missing']],
  ['is given half a postcode', 'place', { postcode: 'TS18' }, ['postcode: place.postcode.shape']],
  [
    'is given a very long text',
    'place',
    { postcode: long(3000) },
    ['postcode: place.postcode.shape'],
  ],
  ['is given a postcode', 'place', { postcode: 'ts181hu' }, { postcode: 'TS18 1HU' }],
  ['is given no fixed address', 'place', { noFixedAddress: 'yes' }, { noFixedAddress: 'yes' }],
  [
    'is given no fixed address after a postcode',
    'place',
    { noFixedAddress: 'yes', postcode: 'TS18 1HU', stayingNear: ' The hostel ' },
    { postcode: 'TS18 1HU', noFixedAddress: 'yes', stayingNear: 'The hostel' },
  ],
  [
    'is given a postcode after a place to stay, which is hidden',
    'place',
    { noFixedAddress: '', postcode: 'TS18 1HU', stayingNear: 'The hostel' },
    { postcode: 'TS18 1HU' },
  ],
  [
    'is given a place to stay that is too long',
    'place',
    { noFixedAddress: 'yes', stayingNear: long(101) },
    ['stayingNear: place.stayingNear.long'],
  ],

  ['is given no value', 'birth', {}, ['date: birth.date.missing']],
  ['is given no day', 'birth', day('', '3', '1967'), ['date-day: birth.date.dayMissing']],
  ['is given no month', 'birth', day('27', ' ', '1967'), ['date-month: birth.date.monthMissing']],
  ['is given no year', 'birth', day('27', '3', ''), ['date-year: birth.date.yearMissing']],
  ['is given only a day', 'birth', day('27', '', ''), ['date-month: birth.date.monthMissing']],
  [
    'is given a year of two digits',
    'birth',
    day('27', '3', '67'),
    ['date-year: birth.date.yearShort'],
  ],
  [
    'is given a year in letters',
    'birth',
    day('27', '3', 'last'),
    ['date-year: birth.date.yearShort'],
  ],
  [
    'is given a day that does not exist',
    'birth',
    day('31', '2', '1967'),
    ['date: birth.date.real'],
  ],
  [
    'is given a month that does not exist',
    'birth',
    day('1', '13', '1967'),
    ['date: birth.date.real'],
  ],
  ['is given a word for the day', 'birth', day('first', '3', '1967'), ['date: birth.date.real']],
  [
    'is given a word that is not a month',
    'birth',
    day('27', 'spring', '1967'),
    ['date: birth.date.real'],
  ],
  ['is given a misspelt month', 'birth', day('1', 'Januray', '1967'), ['date: birth.date.real']],
  ['is given ordinal numbers', 'birth', day('1st', 'Jan.', '1967'), { date: '1967-01-01' }],
  ['is given a day with a dot', 'birth', day('27.', '3.', '1967'), { date: '1967-03-27' }],
  ['is given a Polish month', 'birth', day('27', 'marca', '1967'), { date: '1967-03-27' }],
  ['is given digits of another script', 'birth', day('۲۷', '۳', '۱۹۶۷'), { date: '1967-03-27' }],
  [
    'is given invisible characters',
    'birth',
    day('\u200E27\u200F', '\u00A03', '1967\uFEFF'),
    { date: '1967-03-27' },
  ],
  ['is given a negative day', 'birth', day('-1', '3', '1967'), ['date: birth.date.real']],
  ['is given today', 'birth', day('22', '11', '2026'), ['date: birth.date.future']],
  ['is given tomorrow', 'birth', day('23', '11', '2026'), ['date: birth.date.future']],
  ['is given yesterday', 'birth', day('21', '11', '2026'), { date: '2026-11-21' }],
  ['is given a date 126 years ago', 'birth', day('22', '11', '1900'), ['date: birth.date.early']],
  [
    'is given a date just under 126 years ago',
    'birth',
    day('23', '11', '1900'),
    { date: '1900-11-23' },
  ],
  ['is given a date in numbers', 'birth', day('27', '3', '1967'), { date: '1967-03-27' }],
  [
    'is given numbers with leading zeros and spaces',
    'birth',
    day(' 07', '03 ', '1967'),
    { date: '1967-03-07' },
  ],
  ['is given the name of a month', 'birth', day('27', 'March', '1967'), { date: '1967-03-27' }],
  [
    'is given the abbreviation of a month',
    'birth',
    day('27', 'sept', '1967'),
    { date: '1967-09-27' },
  ],
  [
    'is given the name of a month in capitals',
    'birth',
    day('1', 'DEC', '1967'),
    { date: '1967-12-01' },
  ],

  ['is given no value', 'needs', {}, ['choices: needs.choices.missing']],
  [
    'is given no choice after all choices were removed',
    'needs',
    { choices: [] },
    ['choices: needs.choices.missing'],
  ],
  ['is given one choice', 'needs', { choices: ['lonely'] }, { choices: ['lonely'] }],
  [
    'is given two choices',
    'needs',
    { choices: ['safety', 'lonely'] },
    { choices: ['safety', 'lonely'] },
  ],
  [
    'is given a choice that the service does not offer',
    'needs',
    { choices: ['lonely', 'dragons'] },
    ['choices: needs.choices.unknown'],
  ],

  ['is given no value', 'matters', {}, undefined],
  ['is given only spaces and line breaks', 'matters', { text: ' \n ' }, undefined],
  ['is given several lines', 'matters', { text: 'one\r\ntwo ' }, { text: 'one\ntwo' }],
  ['is given the longest text', 'matters', { text: long(2000) }, { text: long(2000) }],
  [
    'is given a text that is too long',
    'matters',
    { text: long(2001) },
    ['text: matters.text.long'],
  ],

  ['is given no value', 'name', {}, ['full: name.full.missing']],
  ['is given only a preferred name', 'name', { preferred: 'Maya' }, ['full: name.full.missing']],
  [
    'is given a full name',
    'name',
    { full: ' Maya  Example', preferred: '' },
    { full: 'Maya  Example' },
  ],
  ['is given a name of one letter', 'name', { full: 'X' }, { full: 'X' }],
  [
    'is given two names that are too long',
    'name',
    { full: long(71), preferred: long(71) },
    ['full: name.full.long', 'preferred: name.preferred.long'],
  ],
  [
    'is given a full and a preferred name',
    'name',
    { full: long(70), preferred: 'Maya' },
    { full: long(70), preferred: 'Maya' },
  ],

  ['is given no value', 'contact', {}, ['ways: contact.ways.missing']],
  [
    'is given several ways of contact',
    'contact',
    { ways: ['email', 'letter'] },
    { ways: ['email', 'letter'] },
  ],
  ['is given no way of contact', 'contact', { ways: ['none'] }, { ways: ['none'] }],
  [
    'is given both a way of contact and none',
    'contact',
    { ways: ['email', 'none'] },
    ['ways: contact.ways.clash'],
  ],
  ['is given an unknown way of contact', 'contact', { ways: ['pigeon'] }, ['ways: field.shape']],

  ['is given no value', 'times', {}, undefined],
  ['is given a time', 'times', { choices: ['evening'] }, { choices: ['evening'] }],
  [
    'is given only a note',
    'times',
    { choices: [], note: 'Not on Fridays' },
    { note: 'Not on Fridays' },
  ],
  ['is given a note that is too long', 'times', { note: long(151) }, ['note: times.note.long']],

  ['is given no value', 'practice', {}, ['status: practice.status.missing']],
  ['is given “not sure”', 'practice', { status: 'not-sure' }, { status: 'not-sure' }],
  ['is given “none” after a name', 'practice', { status: 'none', name: 'X' }, { status: 'none' }],
  [
    'is given “registered” without a name',
    'practice',
    { status: 'registered' },
    ['name: practice.name.missing'],
  ],
  [
    'is given “registered” and a typed name',
    'practice',
    { status: 'registered', name: 'Densham', 'name-code': '' },
    { status: 'registered', name: 'Densham' },
  ],
  [
    'is given “registered” and a practice of the list, with its code',
    'practice',
    { status: 'registered', name: 'Densham', 'name-code': 'A81001' },
    { status: 'registered', name: 'Densham', code: 'A81001' },
  ],
  [
    'is given “registered” and a name that is too long',
    'practice',
    { status: 'registered', name: long(151) },
    ['name: practice.name.long'],
  ],

  ['is given no value', 'support', {}, undefined],
  [
    'is given the need for an interpreter',
    'support',
    { interpreter: 'yes' },
    { interpreter: 'yes' },
  ],
  [
    'is given all needs',
    'support',
    { language: 'Cymraeg', interpreter: 'yes', formats: ['braille', 'relay'], access: 'Ramp' },
    { language: 'Cymraeg', interpreter: 'yes', formats: ['braille', 'relay'], access: 'Ramp' },
  ],
  [
    'is given two texts that are too long',
    'support',
    { language: long(61), access: long(151) },
    ['language: support.language.long', 'access: support.access.long'],
  ],

  ['is given no value', 'permission', {}, ['agreed: permission.agreed.missing']],
  [
    'is given only an optional permission',
    'permission',
    { agreed: ['gp'] },
    ['agreed: permission.agreed.missing'],
  ],
  [
    'is given the required permission, which adds the version of the wording',
    'permission',
    { agreed: ['share'] },
    { agreed: ['share'], version: '2026-11' },
  ],
  [
    'is given a permission that the service does not ask for',
    'permission',
    { agreed: ['share', 'sell'] },
    ['agreed: permission.agreed.unknown'],
  ],
];

const pages = [...new Set(table.map(([, id]) => id))];
for (const page of pages)
  describe(`the page “${page}” reads the right answer or issues when it`, () => {
    for (const [title, id, raw, expected] of table.filter(([, one]) => one === page))
      it(title, () => {
        assert.deepEqual(outcome(id, raw), expected);
      });
  });

describe('the month of a date', () => {
  const months = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  for (const [index, month] of months.entries())
    it(`may be ${month}, in full, abbreviated or as a number`, () => {
      const date = `1967-${String(index + 1).padStart(2, '0')}-01`;
      assert.deepEqual(outcome('birth', day('1', month, '1967')), { date });
      assert.deepEqual(outcome('birth', day('1', month.slice(0, 3).toUpperCase(), '1967')), {
        date,
      });
      assert.deepEqual(outcome('birth', day('1', String(index + 1), '1967')), { date });
    });
});

describe('the contact details of a person', () => {
  type DetailRow = readonly [
    ways: Ways,
    fields: string,
    missing: readonly string[],
    raw: RawAnswer,
    answer: unknown,
  ];
  const lines: readonly DetailRow[] = [
    [
      ['phone'],
      'phone leaveMessage',
      ['phone', 'leaveMessage'],
      { phone: '01632 960 001', leaveMessage: 'no', email: 'hidden' },
      { phone: '01632 960 001', leaveMessage: 'no' },
    ],
    [
      ['text'],
      'mobile leaveMessage',
      ['mobile', 'leaveMessage'],
      { mobile: '+44 7700 900 982', leaveMessage: 'discreet', phone: 'hidden' },
      { mobile: '+44 7700 900 982', leaveMessage: 'discreet' },
    ],
    [
      ['phone', 'text'],
      'phone mobile leaveMessage',
      ['phone', 'leaveMessage'],
      { phone: '07700 900 982', leaveMessage: 'yes' },
      { phone: '07700 900 982', leaveMessage: 'yes' },
    ],
    [
      ['email'],
      'email emailSafe',
      ['email', 'emailSafe'],
      { email: 'maya@example.com', emailSafe: 'yes' },
      { email: 'maya@example.com', emailSafe: 'yes' },
    ],
    [
      ['letter'],
      'addressLine1 addressLine2 town postcode letterSafe',
      ['addressLine1', 'town', 'letterSafe'],
      { addressLine1: '1 High Street', town: 'Northside', letterSafe: 'discreet' },
      { addressLine1: '1 High Street', town: 'Northside', letterSafe: 'discreet' },
    ],
    [
      ['phone', 'email'],
      'phone leaveMessage email emailSafe',
      ['phone', 'leaveMessage', 'email', 'emailSafe'],
      { phone: '01632 960 001', leaveMessage: 'no', email: 'a@example.com', emailSafe: 'no' },
      { phone: '01632 960 001', leaveMessage: 'no', email: 'a@example.com', emailSafe: 'no' },
    ],
    [['none'], 'otherWay', [], { otherWay: 'The library' }, { otherWay: 'The library' }],
  ];
  for (const [ways, fields, missing, raw, answer] of lines)
    it(`depend on the ways of contact that they chose: ${ways.join(' and ')}`, () => {
      const context = contextOf(ways);
      const question = questionOf('details');
      assert.ok(question);
      const shown = shownFields(question, {}, context).map(({ name }) => name);
      assert.equal(shown.join(' '), fields);
      assert.deepEqual(
        outcome('details', {}, context),
        missing.length > 0
          ? missing.map((field) => `${field}: details.${field}.missing`)
          : undefined,
      );
      assert.deepEqual(outcome('details', raw, context), answer);
    });

  const address = { addressLine1: '1 High Street', town: 'Northside' };
  const unsafe: readonly (readonly [Ways, RawAnswer, string])[] = [
    [['email'], { email: 'maya@example.com', emailSafe: 'no' }, 'emailSafe'],
    [
      ['email', 'letter'],
      { email: 'maya@example.com', emailSafe: 'no', ...address, letterSafe: 'no' },
      'letterSafe',
    ],
  ];
  for (const [ways, raw, field] of unsafe)
    it(`have an issue when none of the ways is safe: ${ways.join(' and ')}`, () => {
      assert.deepEqual(outcome('details', raw, contextOf(ways)), [`${field}: details.noSafeWay`]);
    });
  it('may have one way that is not safe beside another one that is', () => {
    const raw = { email: 'maya@example.com', emailSafe: 'no', ...address, letterSafe: 'yes' };
    assert.deepEqual(outcome('details', raw, contextOf(['email', 'letter'])), raw);
  });
  it('are asked for more plainly when the person needs help because of a danger', () => {
    const context = contextOf(['email']);
    const question = questionOf('details');
    assert.ok(question);
    const field = shownFields(question, {}, context).at(-1);
    assert.equal(field?.name, 'emailSafe');
    assert.equal(field.warning?.(context), undefined);
    assert.deepEqual(
      field.warning?.({
        ...context,
        answers: { ...context.answers, needs: { choices: ['safety'] } },
      }),
      { key: 'details.danger', values: { need: 'Feeling safe at home' } },
    );
  });

  const phones = [
    ['01632 960 001', true],
    ['(01632) 960-001', true],
    ['+44 (0)1632 960001', true],
    ['0800 1111', true],
    ['01632 960 001 ext 123', true],
    ['01632960001x12345', true],
    ['112', false],
    ['call me', false],
    ['01632 960 001 after six', false],
    ['0044 1632 960 001 222 333 444 555 6', false],
    ['maya@example.com', false],
    ['01632/960001', true],
  ] as const;
  for (const [phone, isValid] of phones)
    it(`${isValid ? 'may' : 'may not'} have the phone number “${phone}”`, () => {
      const found = outcome('details', { phone, leaveMessage: 'yes' });
      assert.deepEqual(
        found,
        isValid ? { phone, leaveMessage: 'yes' } : ['phone: details.phone.shape'],
      );
    });
  it('have an issue when the phone number is too long', () => {
    const found = outcome('details', { phone: '0 '.repeat(18), leaveMessage: 'yes' });
    assert.deepEqual(found, { phone: '0 '.repeat(18).trim(), leaveMessage: 'yes' });
    const over = outcome('details', { phone: '0 '.repeat(20), leaveMessage: 'yes' });
    assert.equal(JSON.stringify(over).includes('details.phone.long'), true);
  });

  const emails = [
    ['maya@example.com', true],
    ['maya.o’hara+kith@mail.example.co.uk', true],
    ['用户@例子.公司', true],
    ['maya@example', false],
    ['maya.example.com', false],
    ['maya@ example.com', false],
    ['maya@@example.com', false],
    ['maya@example.', false],
    ['@example.com', false],
  ] as const;
  for (const [email, isValid] of emails)
    it(`${isValid ? 'may' : 'may not'} have the email address “${email}”`, () => {
      const raw = { email, emailSafe: 'yes' };
      const found = outcome('details', raw, contextOf(['email']));
      assert.deepEqual(found, isValid ? raw : ['email: details.email.shape']);
    });
});

describe('a question whose mode a service sets', () => {
  it('may be left empty when it is optional', () => {
    assert.equal(outcome('needs', {}, contextOf([], { needs: 'optional' })), undefined);
    assert.equal(outcome('birth', {}, contextOf([], { birth: 'optional' })), undefined);
    assert.equal(outcome('practice', {}, contextOf([], { practice: 'optional' })), undefined);
  });
  it('must be answered when it is required', () => {
    assert.deepEqual(outcome('matters', {}, contextOf([], { matters: 'required' })), [
      'text: matters.text.missing',
    ]);
  });
  it('is still checked when it is optional and answered', () => {
    assert.deepEqual(
      outcome('birth', day('31', '2', '1967'), contextOf([], { birth: 'optional' })),
      ['date: birth.date.real'],
    );
  });
  it('stays required when it is essential', () => {
    assert.deepEqual(outcome('name', {}, contextOf([], { name: 'optional' })), [
      'full: name.full.missing',
    ]);
  });
});

describe('a control with a value of the wrong type', () => {
  it('is read as if it were empty', () => {
    assert.deepEqual(outcome('name', { full: ['Maya'] }), ['full: name.full.missing']);
    assert.deepEqual(outcome('needs', { choices: 'lonely' }), ['choices: needs.choices.missing']);
  });
});
