import { expect } from '@open-wc/testing';
import * as z from 'zod/mini';
import { request } from '../../../../src/core/backend/http.js';

const walk = {
  method: 'GET',
  path: '/walk',
  response: z.object({
    id: z.string(),
    price: z.optional(z.number()),
    ways: z.array(z.enum(['online', 'home'])),
    counts: z.catchall(z.object({}), z.number()),
    next: z.optional(z.object({ starts: z.string().check(z.regex(/^\d{4}-/)) })),
  }),
};
const good = { id: 'w1', ways: ['home'], counts: { mo: 2 } };

/** What comes of a backend that answers that. */
const asked = (answer: unknown) =>
  request(
    {
      endpoint: 'https://kith.example.org',
      partner: 'northside-library',
      fetch: () => Promise.resolve(new Response(JSON.stringify(answer))),
    },
    walk,
  );

describe('an answer of the backend', () => {
  const right: readonly (readonly [string, unknown, unknown])[] = [
    ['has all that was agreed', good, good],
    ['has what may be absent', { ...good, next: { starts: '2026-11-24' }, price: 3 }, undefined],
    [
      'has more than was agreed, which is left out',
      { ...good, extra: [1], ways: [] },
      { ...good, ways: [] },
    ],
  ];
  for (const [what, answer, expected] of right)
    it(`is taken when it ${what}`, async () => {
      expect(await asked(answer)).to.deep.equal({ ok: true, value: expected ?? answer });
    });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['lacks what is needed', { ways: [], counts: {} }],
    ['has nothing for what may be absent', { ...good, price: null }],
    ['has text for a number', { ...good, price: '3' }],
    ['has one wrong thing in a list', { ...good, ways: ['home', 'by post'] }],
    ['has an object for a list', { ...good, ways: { 0: 'home' } }],
    ['has one wrong number in a record', { ...good, counts: { mo: 2, tu: 'two' } }],
    ['has a list for a record', { ...good, counts: [2] }],
    ['has text that is written otherwise', { ...good, next: { starts: 'tomorrow' } }],
    ['is nothing', null],
    ['is text', 'w1'],
    ['is a list', [good]],
  ];
  for (const [what, answer] of wrong)
    it(`is unreadable when it ${what}`, async () => {
      expect(await asked(answer)).to.deep.equal({ ok: false, failure: { kind: 'unreadable' } });
    });
});
