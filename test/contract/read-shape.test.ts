import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { Answers } from '../../src/contract/answers.js';
import {
  type Shape,
  answer,
  date,
  id,
  list,
  oneOf,
  optional,
  text,
} from '../../src/contract/answer-shape.js';
import { fieldIssues } from '../../src/contract/problem.js';
import { allAnswers } from '../../src/contract/every-question.js';
import { questionsOf, selfPages } from '../../src/contract/questions.js';
import { readShape } from '../../src/contract/read-shape.js';
import { exampleAnswers } from './example-profile.js';
import { readBoth } from './read-both.js';

const issues = (shape: Shape, value: unknown): readonly string[] => {
  const read = readBoth(shape, value);
  return read.ok ? [] : read.failure.map(({ field, code }) => `${field}: ${code}`);
};

describe('an answer with members', () => {
  const shape = answer(
    {
      way: oneOf(['post', 'phone'], 'way.missing'),
      number: optional(text('number', 5, { pattern: /^\d+$/ })),
      days: optional(list(oneOf(['mo', 'tu', 'never']), 3, { alone: ['never', 'days.clash'] })),
    },
    { needs: 'number', where: ['way', 'phone'], missing: 'number.missing' },
    { needs: 'days', unless: 'number', missing: 'days.missing' },
  );

  it('is given back tidied up, without what is not there', () => {
    assert.deepEqual(readBoth(shape, { way: 'phone', number: ' 123 ' }), {
      ok: true,
      value: { way: 'phone', number: '123' },
    });
  });
  it('names everything that is wrong at once, in the order of its members', () => {
    assert.deepEqual(issues(shape, { days: ['mo', 'no'], number: '123456x' }), [
      'way: way.missing',
      'number: number.long',
      'number: number.shape',
      'days.1: field.shape',
    ]);
  });
  it('has no other members, whatever they are called', () => {
    const odd: unknown = JSON.parse('{"way":"post","number":"1","__proto__":1,"toString":1,"":1}');
    assert.deepEqual(issues(shape, odd), [
      '__proto__: field.unknown',
      'toString: field.unknown',
      ': field.unknown',
    ]);
  });
  it('is an object', () => {
    for (const value of [undefined, null, 7, 'post', [], ['post']])
      assert.deepEqual(issues(shape, value), [': field.shape']);
  });
  it('needs one member because of another', () => {
    assert.deepEqual(issues(shape, { way: 'phone', days: ['mo'] }), ['number: number.missing']);
    assert.deepEqual(issues(shape, { way: 'post', days: [] }), ['days: days.missing']);
    assert.deepEqual(issues(shape, { way: 'phone', days: [] }), [
      'number: number.missing',
      'days: days.missing',
    ]);
  });
  it('is asked for what it needs beside what is too long, and not beside what is of another kind', () => {
    const nested = answer({ inner: shape });
    assert.deepEqual(issues(nested, { inner: { way: 'phone', days: ['never', 'mo'] } }), [
      'inner.days: days.clash',
      'inner.number: number.missing',
    ]);
    assert.deepEqual(issues(nested, { inner: { way: 'phone', days: 'mo' } }), [
      'inner.days: field.shape',
    ]);
    const dated = answer(
      { on: date('on.real'), why: optional(text('why', 5)) },
      { needs: 'why', missing: 'why.missing' },
    );
    assert.deepEqual(issues(dated, { on: '2026-02-30' }), ['on: on.real', 'why: why.missing']);
    assert.deepEqual(issues(dated, { on: 7 }), ['on: on.real']);
  });
});

describe('a list', () => {
  const shape = list(id({ max: 3 }), 2, { min: 1, wrong: 'list.missing' });
  it('is too short or too long under one name', () => {
    assert.deepEqual(readBoth(shape, []), {
      ok: false,
      failure: [{ field: '', code: 'list.missing' }],
    });
    assert.deepEqual(readBoth(shape, ['a', 1, 'abcd']), {
      ok: false,
      failure: [{ field: '', code: 'list.missing', limit: 2 }],
    });
  });
  it('names what is wrong in it by its place, and tidies nothing that nobody types', () => {
    assert.deepEqual(issues(shape, ['abcd', 1]), ['0: field.shape', '1: field.shape']);
    assert.deepEqual(readBoth(shape, [' a ', ' a ']), { ok: true, value: [' a ', ' a '] });
  });
});

// A fixed seed: what fails today fails tomorrow, too.
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

const questions = questionsOf({ pages: selfPages });

/** An answer to every question, each member of which is missing, as it should be, or odd. */
const anyAnswers = (): unknown => {
  const right: Readonly<Record<string, unknown>> = exampleAnswers;
  const entries = questions.flatMap(({ id: name, answer: { members } }) => {
    if (random(8) === 0) return random(2) === 0 ? [] : [[name, oneFrom(odd)]];
    const known = Object.entries(Object(right[name]));
    const spoiled = Object.keys(members)
      .filter(() => random(3) === 0)
      .map((member) => [member, oneFrom(odd)]);
    const more = random(9) === 0 ? [[oneFrom(['extra', '', 'toString']), oneFrom(odd)]] : [];
    const kept = known.filter(() => random(6) > 0);
    return [[name, Object.fromEntries([...kept, ...spoiled, ...more])]];
  });
  return Object.fromEntries(random(9) === 0 ? [...entries, ['other', {}]] : entries);
};

describe('the reader of shapes and the schema of the API', () => {
  it('say the same of anything, in the same order', () => {
    const codes = new Set<string>();
    for (let round = 0; round < 5000; round += 1) {
      const answers = anyAnswers();
      const read = readShape(allAnswers, answers);
      const parsed = z.safeParse(Answers, answers);
      const said = parsed.success ? parsed.data : fieldIssues(parsed.error);
      assert.deepEqual(read.ok ? read.value : read.failure, said);
      if (!read.ok) for (const { code } of read.failure) codes.add(code);
    }
    assert.ok(codes.size > 30, [...codes].join(' '));
  });
  it('say the same of each answer alone, right ones among them', () => {
    const right = new Map<string, number>();
    for (const { id: name, answer: shape } of questions) {
      for (let round = 0; round < 1000; round += 1) {
        const members = Object.keys(shape.members).filter(() => random(2) === 0);
        const one = Object.fromEntries(members.map((member) => [member, oneFrom(odd)]));
        const read = readBoth(shape, one);
        if (read.ok) right.set(name, (right.get(name) ?? 0) + 1);
      }
    }
    assert.deepEqual(
      [...right.keys()],
      questions.map(({ id: name }) => name),
    );
  });
});
