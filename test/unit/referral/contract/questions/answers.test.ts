import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type * as z from 'zod/mini';
import {
  AgreementAnswer,
  BirthAnswer,
  ContactAnswer,
  PlaceAnswer,
} from '../../../../../src/referral/contract/questions/earlier-answers.js';
import { Answers } from '../../../../../src/referral/contract/questions/answers.js';
import { everyQuestion } from '../../../../../src/referral/contract/questions/every-question.js';
import { parse } from '../../../../../src/core/contract/parse.js';
import { IntroducerAnswer } from '../../../../../src/referral/contract/questions/referrer/introducer.js';
import { NeedsAnswer } from '../../../../../src/referral/contract/questions/help/needs.js';
import { PracticeAnswer } from '../../../../../src/referral/contract/questions/person/practice.js';
import { ReferrerAnswer } from '../../../../../src/referral/contract/questions/referrer/referrer.js';
import { TimesAnswer } from '../../../../../src/referral/contract/questions/person/times.js';
import { exampleAnswers, exampleOfOthers } from '../../../core/service/example-profile.js';

const issues = (schema: z.ZodMiniType, value: unknown): readonly string[] => {
  const read = parse(schema, value);
  return read.ok ? [] : read.failure.map(({ field, code }) => `${field}: ${code}`);
};

describe('an answer with members', () => {
  it('is cleaned when it is parsed, without the members that are absent', () => {
    assert.deepEqual(
      parse(PlaceAnswer, { postcode: ' ts181hu ', stayingNear: ' a hostel\u0000 ' }),
      {
        ok: true,
        value: { postcode: 'TS18 1HU', stayingNear: 'a hostel' },
      },
    );
  });
  it('has all its issues reported at once, in the order of its members', () => {
    assert.deepEqual(
      issues(ReferrerAnswer, {
        updates: 'maybe',
        email: 'x'.repeat(300),
        name: '',
        kind: 'circus',
      }),
      [
        'name: referrer.name.missing',
        'role: referrer.role.missing',
        'kind: referrer.kind.missing',
        'organisation: referrer.organisation.missing',
        'email: referrer.email.long',
        'email: referrer.email.shape',
        'updates: referrer.updates.missing',
      ],
    );
  });
  it('is rejected when it has other members, whatever their names', () => {
    const odd: unknown = JSON.parse('{"noFixedAddress":"yes","__proto__":1,"toString":1,"":1}');
    assert.deepEqual(issues(PlaceAnswer, odd), [
      '__proto__: field.unknown',
      'toString: field.unknown',
      ': field.unknown',
    ]);
  });
  it('is rejected when it is not an object', () => {
    for (const value of [undefined, null, 7, 'post', [], ['post']])
      assert.deepEqual(issues(PlaceAnswer, value), [': field.shape']);
  });
  it('must have a member that another member requires', () => {
    assert.deepEqual(issues(PracticeAnswer, { status: 'registered' }), [
      'name: practice.name.missing',
    ]);
    assert.deepEqual(issues(PracticeAnswer, { status: 'none' }), []);
    assert.deepEqual(issues(AgreementAnswer, { given: 'no' }), ['why: agreement.why.missing']);
    assert.deepEqual(issues(AgreementAnswer, { given: 'yes' }), []);
    assert.deepEqual(issues(TimesAnswer, { choices: [] }), ['choices: times.choices.missing']);
    assert.deepEqual(issues(TimesAnswer, { choices: [], note: 'after work' }), []);
    const introducer = { name: 'Sam Example', updates: 'no' };
    assert.deepEqual(issues(IntroducerAnswer, introducer), ['phone: introducer.phone.missing']);
    assert.deepEqual(issues(IntroducerAnswer, { ...introducer, email: 'sam@example.com' }), []);
  });
  it('must have a required member when another is too long, but not when another has the wrong type', () => {
    const long = 'a'.repeat(71);
    assert.deepEqual(issues(IntroducerAnswer, { name: long, updates: 'no' }), [
      'name: introducer.name.long',
      'phone: introducer.phone.missing',
    ]);
    assert.deepEqual(issues(IntroducerAnswer, { name: 7, updates: 'no' }), [
      'name: introducer.name.missing',
    ]);
    assert.deepEqual(issues(BirthAnswer, { date: '2026-02-30' }), ['date: birth.date.real']);
    assert.deepEqual(issues(BirthAnswer, { date: 7 }), ['date: birth.date.real']);
  });
  it('is the member of all answers that is named after its question', () => {
    assert.deepEqual(issues(Answers, { name: { full: '' }, place: {}, other: {} }), [
      'place.postcode: place.postcode.missing',
      'name.full: name.full.missing',
      'other: field.unknown',
    ]);
  });
});

describe('a list', () => {
  it('has one issue when it is too short or too long', () => {
    assert.deepEqual(parse(NeedsAnswer, { choices: [] }), {
      ok: false,
      failure: [{ field: 'choices', code: 'needs.choices.missing' }],
    });
    // One issue for the whole list, and not one for each of a thousand entries.
    assert.deepEqual(parse(NeedsAnswer, { choices: Array(1000).fill(7) }), {
      ok: false,
      failure: [{ field: 'choices', code: 'needs.choices.missing', limit: 40 }],
    });
  });
  it('has issues that name the index of an entry, and keeps its ids as they are', () => {
    assert.deepEqual(issues(NeedsAnswer, { choices: ['a'.repeat(61), 1] }), [
      'choices.0: field.shape',
      'choices.1: field.shape',
    ]);
    assert.deepEqual(parse(NeedsAnswer, { choices: [' a ', ' a '] }), {
      ok: true,
      value: { choices: [' a ', ' a '] },
    });
  });
  it('is rejected when it has an exclusive choice beside others', () => {
    assert.deepEqual(issues(ContactAnswer, { ways: ['none'] }), []);
    assert.deepEqual(issues(ContactAnswer, { ways: ['phone', 'none'] }), [
      'ways: contact.ways.clash',
    ]);
  });
});

// A fixed seed makes failures reproducible.
const random = (() => {
  let state = 20_261_124;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
})();
const oneFrom = (values: readonly unknown[]): unknown => values[random(values.length)];

const odd: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1e308, {}, [], [[]], [null], { '': 1 }],
  ...['', ' ', '\u0000', '\ud800', '__proto__', 'yes', 'no', 'none', 'registered', 'discreet'],
  ...[70, 71, 150, 151, 300, 5000].flatMap((length) => ['a'.repeat(length), '😀'.repeat(length)]),
  ...['1957-03-27', '2026-02-30', '9999-99-99', '1957-03-27\n', ' 1957-03-27'],
  ...['TS18 1HU', ' ts181hu ', `TS18 1HU${' '.repeat(15)}`, ' '.repeat(25), '...', 'TS18 1HÜ'],
  ...['01632 960 001', '+44 (0)1632 960001 ext 12', '020 7946 0000 x12345', '1.2.3', '٠١٢٣٤٥٦٧'],
  ...[6, 7, 20, 21].map((digits) => '1'.repeat(digits)),
  ...['a@example.com', 'a@b', 'a b@example.com', 'a@b..co', 'A81001', 'a81001', 'A8'],
  ...[['none'], ['none', 'none'], ['phone', 'none'], ['none', 'x'], ['phone', 'text'], [' a ']],
  ...[['a'.repeat(61)], ['a'.repeat(61), 1], ['morning'], ['braille', 'song'], ['share', 'gp']],
  ...[5, 6, 20, 21, 40, 41, 500].flatMap((length) => [
    Array<unknown>(length).fill('phone'),
    Array<unknown>(length).fill(7),
  ]),
  ...[0, 5, 1000, 'x', null, [5]].map((length) => ({ length })),
];

const right: Readonly<Record<string, object>> = {
  ...exampleOfOthers['someone-close'],
  ...exampleOfOthers.professional,
  ...exampleAnswers,
};

/** Answers to every question, whose members are at random absent, valid or invalid. */
const anyAnswers = (): unknown => {
  const entries = everyQuestion.flatMap(({ id, fields }) => {
    if (random(8) === 0) return random(2) === 0 ? [] : [[id, oneFrom(odd)]];
    const members = [...new Set([...fields.map(({ name }) => name), 'version', 'code'])];
    const invalid = members.filter(() => random(9) === 0).map((member) => [member, oneFrom(odd)]);
    const more = random(9) === 0 ? [[oneFrom(['extra', 'toString']), oneFrom(odd)]] : [];
    const kept = Object.entries(right[id] ?? {}).filter(() => random(6) > 0);
    return [[id, Object.fromEntries([...kept, ...invalid, ...more])]];
  });
  return Object.fromEntries(random(9) === 0 ? [...entries, ['other', {}]] : entries);
};

describe('a request body with random answers', () => {
  const rounds = Array.from({ length: 1500 }, anyAnswers);

  it('has each issue reported once, as a field and the key of a message', () => {
    const codes = new Set<string>();
    for (const answers of rounds) {
      const read = parse(Answers, answers);
      if (read.ok) continue;
      const found = read.failure.map(({ field, code }) => `${field}: ${code}`);
      assert.ok(found.length > 0);
      assert.equal(new Set(found).size, found.length, found.join(', '));
      for (const { code } of read.failure) {
        assert.match(code, /^[a-z]+(\.[a-zA-Z0-9]+)+$/);
        codes.add(code);
      }
    }
    assert.ok(codes.size > 50, [...codes].join(' '));
  });
  it('has the same issues as each of its answers on its own', () => {
    for (const answers of rounds) {
      const alone = everyQuestion.flatMap(({ id }) => {
        const one: unknown = Reflect.get(Object(answers), id);
        return issues(Answers, { [id]: one });
      });
      const together = issues(Answers, answers).filter((one) => one !== 'other: field.unknown');
      assert.deepEqual(together, alone);
    }
  });
  it('has valid answers that do not change when they are parsed again', () => {
    let taken = 0;
    for (const answers of rounds)
      for (const { id, answer } of everyQuestion) {
        const read = parse(answer, Reflect.get(Object(answers), id));
        if (!read.ok) continue;
        taken += 1;
        assert.deepEqual(parse(answer, read.value), read);
      }
    assert.ok(taken > 3000, String(taken));
  });
});
