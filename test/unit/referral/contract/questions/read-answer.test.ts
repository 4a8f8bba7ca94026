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

/** What came of a page: its answer, or each field at fault with its cause. */
function outcome(id: string, raw: RawAnswer, context = contextOf()): unknown {
  const question = questionOf(id);
  assert.ok(question);
  const read = readAnswer(question, raw, context);
  return read.ok ? read.answer : read.issues.map(({ field, code }) => `${field}: ${code}`);
}

const long = (length: number): string => 'a'.repeat(length);
const day = (date: string, month: string, year: string): RawAnswer => ({
  'date-day': date,
  'date-month': month,
  'date-year': year,
});

type Line = readonly [title: string, id: string, raw: RawAnswer, outcome: unknown];

const table: readonly Line[] = [
  ['nothing', 'place', {}, ['postcode: place.postcode.missing']],
  ['blanks', 'place', { postcode: '  ' }, ['postcode: place.postcode.missing']],
  ['half a postcode', 'place', { postcode: 'TS18' }, ['postcode: place.postcode.shape']],
  ['far too much', 'place', { postcode: long(3000) }, ['postcode: place.postcode.shape']],
  ['a postcode', 'place', { postcode: 'ts181hu' }, { postcode: 'TS18 1HU' }],
  ['no address', 'place', { noFixedAddress: 'yes' }, { noFixedAddress: 'yes' }],
  [
    'no address, and a postcode typed before',
    'place',
    { noFixedAddress: 'yes', postcode: 'TS18 1HU', stayingNear: ' The hostel ' },
    { postcode: 'TS18 1HU', noFixedAddress: 'yes', stayingNear: 'The hostel' },
  ],
  [
    'a postcode, and a place to stay that is hidden again',
    'place',
    { noFixedAddress: '', postcode: 'TS18 1HU', stayingNear: 'The hostel' },
    { postcode: 'TS18 1HU' },
  ],
  [
    'a place to stay that is too long',
    'place',
    { noFixedAddress: 'yes', stayingNear: long(101) },
    ['stayingNear: place.stayingNear.long'],
  ],

  ['nothing', 'birth', {}, ['date: birth.date.missing']],
  ['no day', 'birth', day('', '3', '1967'), ['date-day: birth.date.dayMissing']],
  ['no month', 'birth', day('27', ' ', '1967'), ['date-month: birth.date.monthMissing']],
  ['no year', 'birth', day('27', '3', ''), ['date-year: birth.date.yearMissing']],
  ['a day alone', 'birth', day('27', '', ''), ['date-month: birth.date.monthMissing']],
  ['a short year', 'birth', day('27', '3', '67'), ['date-year: birth.date.yearShort']],
  ['a year of letters', 'birth', day('27', '3', 'last'), ['date-year: birth.date.yearShort']],
  ['no such day', 'birth', day('31', '2', '1967'), ['date: birth.date.real']],
  ['no such month', 'birth', day('1', '13', '1967'), ['date: birth.date.real']],
  ['a word for a day', 'birth', day('first', '3', '1967'), ['date: birth.date.real']],
  ['a word that is no month', 'birth', day('27', 'spring', '1967'), ['date: birth.date.real']],
  ['a day below nothing', 'birth', day('-1', '3', '1967'), ['date: birth.date.real']],
  ['today', 'birth', day('22', '11', '2026'), ['date: birth.date.future']],
  ['tomorrow', 'birth', day('23', '11', '2026'), ['date: birth.date.future']],
  ['yesterday', 'birth', day('21', '11', '2026'), { date: '2026-11-21' }],
  ['126 years ago', 'birth', day('22', '11', '1900'), ['date: birth.date.early']],
  ['125 years ago', 'birth', day('23', '11', '1900'), { date: '1900-11-23' }],
  ['numbers', 'birth', day('27', '3', '1967'), { date: '1967-03-27' }],
  ['numbers with zeros and blanks', 'birth', day(' 07', '03 ', '1967'), { date: '1967-03-07' }],
  ['a month by name', 'birth', day('27', 'March', '1967'), { date: '1967-03-27' }],
  ['a short month', 'birth', day('27', 'sept', '1967'), { date: '1967-09-27' }],
  ['a shouted month', 'birth', day('1', 'DEC', '1967'), { date: '1967-12-01' }],

  ['nothing', 'needs', {}, ['choices: needs.choices.missing']],
  ['no choice any more', 'needs', { choices: [] }, ['choices: needs.choices.missing']],
  ['a choice', 'needs', { choices: ['lonely'] }, { choices: ['lonely'] }],
  ['two', 'needs', { choices: ['safety', 'lonely'] }, { choices: ['safety', 'lonely'] }],
  [
    'a choice that the service no longer has',
    'needs',
    { choices: ['lonely', 'dragons'] },
    ['choices: needs.choices.unknown'],
  ],

  ['nothing', 'matters', {}, undefined],
  ['blanks', 'matters', { text: ' \n ' }, undefined],
  ['lines', 'matters', { text: 'one\r\ntwo ' }, { text: 'one\ntwo' }],
  ['as much as fits', 'matters', { text: long(2000) }, { text: long(2000) }],
  ['too much', 'matters', { text: long(2001) }, ['text: matters.text.long']],

  ['nothing', 'name', {}, ['full: name.full.missing']],
  ['only a preferred name', 'name', { preferred: 'Maya' }, ['full: name.full.missing']],
  ['a full name', 'name', { full: ' Maya  Example', preferred: '' }, { full: 'Maya  Example' }],
  ['one name', 'name', { full: 'X' }, { full: 'X' }],
  [
    'both too long',
    'name',
    { full: long(71), preferred: long(71) },
    ['full: name.full.long', 'preferred: name.preferred.long'],
  ],
  ['both', 'name', { full: long(70), preferred: 'Maya' }, { full: long(70), preferred: 'Maya' }],

  ['nothing', 'contact', {}, ['ways: contact.ways.missing']],
  ['some', 'contact', { ways: ['email', 'letter'] }, { ways: ['email', 'letter'] }],
  ['none', 'contact', { ways: ['none'] }, { ways: ['none'] }],
  ['some and none', 'contact', { ways: ['email', 'none'] }, ['ways: contact.ways.clash']],
  ['an unknown one', 'contact', { ways: ['pigeon'] }, ['ways: field.shape']],

  ['nothing', 'times', {}, undefined],
  ['times', 'times', { choices: ['evening'] }, { choices: ['evening'] }],
  ['a note alone', 'times', { choices: [], note: 'Not on Fridays' }, { note: 'Not on Fridays' }],
  ['a long note', 'times', { note: long(151) }, ['note: times.note.long']],

  ['nothing', 'practice', {}, ['status: practice.status.missing']],
  ['not sure', 'practice', { status: 'not-sure' }, { status: 'not-sure' }],
  ['none, a name typed before', 'practice', { status: 'none', name: 'X' }, { status: 'none' }],
  ['yes, no name', 'practice', { status: 'registered' }, ['name: practice.name.missing']],
  [
    'yes, a name typed by hand',
    'practice',
    { status: 'registered', name: 'Densham', 'name-code': '' },
    { status: 'registered', name: 'Densham' },
  ],
  [
    'yes, a practice of the list, with its code',
    'practice',
    { status: 'registered', name: 'Densham', 'name-code': 'A81001' },
    { status: 'registered', name: 'Densham', code: 'A81001' },
  ],
  [
    'yes, a name that is too long',
    'practice',
    { status: 'registered', name: long(151) },
    ['name: practice.name.long'],
  ],

  ['nothing', 'support', {}, undefined],
  ['an interpreter', 'support', { interpreter: 'yes' }, { interpreter: 'yes' }],
  [
    'everything',
    'support',
    { language: 'Cymraeg', interpreter: 'yes', formats: ['braille', 'relay'], access: 'Ramp' },
    { language: 'Cymraeg', interpreter: 'yes', formats: ['braille', 'relay'], access: 'Ramp' },
  ],
  [
    'too much of both',
    'support',
    { language: long(61), access: long(151) },
    ['language: support.language.long', 'access: support.access.long'],
  ],

  ['nothing', 'permission', {}, ['agreed: permission.agreed.missing']],
  [
    'only what is optional',
    'permission',
    { agreed: ['gp'] },
    ['agreed: permission.agreed.missing'],
  ],
  [
    'what is required, with the version that was read',
    'permission',
    { agreed: ['share'] },
    { agreed: ['share'], version: '2026-11' },
  ],
  [
    'what the service does not ask',
    'permission',
    { agreed: ['share', 'sell'] },
    ['agreed: permission.agreed.unknown'],
  ],
];

const pages = [...new Set(table.map(([, id]) => id))];
for (const page of pages)
  describe(`the page “${page}” holds`, () => {
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
    it(`may be written ${month}, in full or short`, () => {
      const date = `1967-${String(index + 1).padStart(2, '0')}-01`;
      assert.deepEqual(outcome('birth', day('1', month, '1967')), { date });
      assert.deepEqual(outcome('birth', day('1', month.slice(0, 3).toUpperCase(), '1967')), {
        date,
      });
      assert.deepEqual(outcome('birth', day('1', String(index + 1), '1967')), { date });
    });
});

describe('how somebody can be reached', () => {
  type DetailLine = readonly [
    ways: Ways,
    fields: string,
    missing: readonly string[],
    raw: RawAnswer,
    answer: unknown,
  ];
  const lines: readonly DetailLine[] = [
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
    [['email'], 'email', ['email'], { email: 'maya@example.com' }, { email: 'maya@example.com' }],
    [
      ['letter'],
      'addressLine1 addressLine2 town postcode',
      ['addressLine1', 'town'],
      { addressLine1: '1 High Street', town: 'Northside' },
      { addressLine1: '1 High Street', town: 'Northside' },
    ],
    [['none'], 'otherWay', [], { otherWay: 'The library' }, { otherWay: 'The library' }],
  ];
  for (const [ways, fields, missing, raw, answer] of lines)
    it(`depends on the ways they chose: ${ways.join(' and ')}`, () => {
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
    ['01632/960001', false],
  ] as const;
  for (const [phone, isRight] of phones)
    it(`${isRight ? 'takes' : 'asks again for'} the phone number “${phone}”`, () => {
      const found = outcome('details', { phone, leaveMessage: 'yes' });
      assert.deepEqual(
        found,
        isRight ? { phone, leaveMessage: 'yes' } : ['phone: details.phone.shape'],
      );
    });
  it('names a phone number too long before its shape', () => {
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
  for (const [email, isRight] of emails)
    it(`${isRight ? 'takes' : 'asks again for'} the email address “${email}”`, () => {
      const found = outcome('details', { email }, contextOf(['email']));
      assert.deepEqual(found, isRight ? { email } : ['email: details.email.shape']);
    });
});

describe('a question that a service changed', () => {
  it('may be left empty once it is optional', () => {
    assert.equal(outcome('needs', {}, contextOf([], { needs: 'optional' })), undefined);
    assert.equal(outcome('birth', {}, contextOf([], { birth: 'optional' })), undefined);
    assert.equal(outcome('practice', {}, contextOf([], { practice: 'optional' })), undefined);
  });
  it('must be answered once it is required', () => {
    assert.deepEqual(outcome('matters', {}, contextOf([], { matters: 'required' })), [
      'text: matters.text.missing',
    ]);
  });
  it('is still checked when it is optional and answered wrongly', () => {
    assert.deepEqual(
      outcome('birth', day('31', '2', '1967'), contextOf([], { birth: 'optional' })),
      ['date: birth.date.real'],
    );
  });
  it('stays essential if it is', () => {
    assert.deepEqual(outcome('name', {}, contextOf([], { name: 'optional' })), [
      'full: name.full.missing',
    ]);
  });
});

describe('controls that hold what they never should', () => {
  it('are read as if they were empty', () => {
    assert.deepEqual(outcome('name', { full: ['Maya'] }), ['full: name.full.missing']);
    assert.deepEqual(outcome('needs', { choices: 'lonely' }), ['choices: needs.choices.missing']);
  });
});
