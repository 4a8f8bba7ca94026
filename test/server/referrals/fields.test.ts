import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  countRows,
  openBackend,
  problemOf,
  referral,
  type TestBackend,
  version,
} from '../harness.js';

const long = (length: number): string => 'a'.repeat(length);

// The answers, the invalid field, and the code of the error.
const cases: readonly (readonly [Readonly<Record<string, unknown>>, string, string])[] = [
  [{ place: undefined }, 'answers.place.postcode', 'place.postcode.missing'],
  [{ place: {} }, 'answers.place.postcode', 'place.postcode.missing'],
  [{ place: { postcode: '' } }, 'answers.place.postcode', 'place.postcode.missing'],
  [{ place: { postcode: 'TS18' } }, 'answers.place.postcode', 'place.postcode.shape'],
  [{ place: { postcode: 7 } }, 'answers.place.postcode', 'place.postcode.missing'],
  [{ place: { postcode: 'TS18 1HU', extra: 1 } }, 'answers.place.extra', 'field.unknown'],
  [{ place: { noFixedAddress: true } }, 'answers.place.noFixedAddress', 'field.shape'],
  [
    { place: { noFixedAddress: 'yes', stayingNear: long(101) } },
    'answers.place.stayingNear',
    'place.stayingNear.long',
  ],
  [{ birth: undefined }, 'answers.birth.date', 'birth.date.missing'],
  [{ birth: { date: '1990-02-30' } }, 'answers.birth.date', 'birth.date.real'],
  [{ birth: { date: '2026-11-22' } }, 'answers.birth.date', 'birth.date.future'],
  [{ birth: { date: '1880-01-01' } }, 'answers.birth.date', 'birth.date.early'],
  [{ needs: undefined }, 'answers.needs.choices', 'needs.choices.missing'],
  [{ needs: { choices: [] } }, 'answers.needs.choices', 'needs.choices.missing'],
  [{ needs: { choices: ['dragons'] } }, 'answers.needs.choices', 'needs.choices.unknown'],
  [{ matters: { text: '  ' } }, 'answers.matters.text', 'matters.text.missing'],
  [{ matters: { text: long(2001) } }, 'answers.matters.text', 'matters.text.long'],
  [{ name: undefined }, 'answers.name.full', 'name.full.missing'],
  [{ name: { full: '\u0000' } }, 'answers.name.full', 'name.full.missing'],
  [{ name: { full: long(71) } }, 'answers.name.full', 'name.full.long'],
  [{ contact: undefined, times: undefined }, 'answers.contact.ways', 'contact.ways.missing'],
  [{ contact: { ways: [] } }, 'answers.contact.ways', 'contact.ways.missing'],
  [{ contact: { ways: ['phone', 'none'] } }, 'answers.contact.ways', 'contact.ways.clash'],
  [{ contact: { ways: ['pigeon'] } }, 'answers.contact.ways.0', 'field.shape'],
  [
    { details: { phone: 'call me', leaveMessage: 'yes' } },
    'answers.details.phone',
    'details.phone.shape',
  ],
  [
    { details: { email: 'a@example.com', leaveMessage: 'yes' } },
    'answers.details.phone',
    'details.phone.missing',
  ],
  [
    { details: { phone: '01632 960 001', email: 'a@example.com' } },
    'answers.details.leaveMessage',
    'details.leaveMessage.missing',
  ],
  [
    { details: { phone: '01632 960 001', leaveMessage: 'yes', email: 'no' } },
    'answers.details.email',
    'details.email.shape',
  ],
  [{ times: {} }, 'answers.times.choices', 'times.choices.missing'],
  [{ practice: undefined }, 'answers.practice.status', 'practice.status.missing'],
  [{ practice: { status: 'registered' } }, 'answers.practice.name', 'practice.name.missing'],
  [{ practice: { status: 'none', code: '!' } }, 'answers.practice.code', 'field.shape'],
  [{ support: { formats: ['song'] } }, 'answers.support.formats.0', 'field.shape'],
  [{ support: { access: long(151) } }, 'answers.support.access', 'support.access.long'],
  [{ permission: undefined }, 'answers.permission.agreed', 'permission.agreed.missing'],
  [
    { permission: { agreed: ['gp'], version } },
    'answers.permission.agreed',
    'permission.agreed.missing',
  ],
  [
    { permission: { agreed: ['share', 'all'], version } },
    'answers.permission.agreed',
    'permission.agreed.unknown',
  ],
  [
    { permission: { agreed: ['share'], version: '2020-01' } },
    'answers.permission.agreed',
    'permission.agreed.changed',
  ],
  [{ favouriteColour: {} }, 'answers.favouriteColour', 'field.unknown'],
];

describe('a referral with an invalid answer', () => {
  let backend: TestBackend;
  before(async () => (backend = await openBackend()));
  after(() => backend.close());

  for (const [answers, field, code] of cases)
    it(`is rejected at ${field} (${code}) for ${JSON.stringify(answers).slice(0, 60)}`, async () => {
      const problem = await problemOf(await backend.send(referral(answers)));
      assert.equal(problem.status, 422);
      assert.equal(problem.type, 'about:blank');
      const found = problem.errors?.find((one) => one.field === field);
      assert.equal(found?.code, code, JSON.stringify(problem.errors));
      assert.match(found.detail ?? '', /^[A-Z][^{}]+$/);
      assert.deepEqual(await countRows(backend.database), { referrals: 0, consents: 0 });
    });

  it('is rejected with the maximum length of a text that is too long', async () => {
    const { errors } = await problemOf(await backend.send(referral({ name: { full: long(71) } })));
    assert.deepEqual(errors, [
      {
        field: 'answers.name.full',
        code: 'name.full.long',
        limit: 70,
        detail: 'Full name must be 70 characters or less',
      },
    ]);
  });

  it('is rejected with all invalid fields at the same time', async () => {
    const { errors } = await problemOf(
      await backend.send(referral({ name: { full: '' }, birth: { date: 'x' } })),
    );
    assert.deepEqual(
      errors?.map(({ code }) => code),
      ['birth.date.real', 'name.full.missing'],
    );
  });

  for (const [name, body, field] of [
    ['an array', [], ''],
    ['a number', 7, ''],
    ['null', null, ''],
    ['no answers', { for: 'self', language: 'en' }, 'answers'],
    ['an unknown audience', { ...referral(), for: 'other' }, 'for'],
    ['no language', { ...referral(), language: undefined }, 'language'],
    ['an invalid language tag', { ...referral(), language: 'English!' }, 'language'],
  ] as const)
    it(`is rejected when it is or has ${name}`, async () => {
      const problem = await problemOf(await backend.send(body));
      assert.equal(problem.status, 422);
      assert.equal(problem.errors?.[0]?.field, field);
    });
});
