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

/** The result of a request to which a backend sends this response. */
const resultOf = (answer: unknown) =>
  request(
    {
      endpoint: 'https://kith.example.org',
      partner: 'northside-library',
      fetch: () => Promise.resolve(new Response(JSON.stringify(answer))),
    },
    walk,
  );

describe('a response of the backend', () => {
  const right: readonly (readonly [string, unknown, unknown])[] = [
    ['has all members of the schema', good, good],
    ['has an optional member', { ...good, next: { starts: '2026-11-24' }, price: 3 }, undefined],
    [
      'has an unknown member, which is left out',
      { ...good, extra: [1], ways: [] },
      { ...good, ways: [] },
    ],
  ];
  for (const [what, answer, expected] of right)
    it(`is accepted when it ${what}`, async () => {
      expect(await resultOf(answer)).to.deep.equal({ ok: true, value: expected ?? answer });
    });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['lacks a required member', { ways: [], counts: {} }],
    ['has null for an optional member', { ...good, price: null }],
    ['has a text instead of a number', { ...good, price: '3' }],
    ['has an invalid entry in a list', { ...good, ways: ['home', 'by post'] }],
    ['has an object instead of a list', { ...good, ways: { 0: 'home' } }],
    ['has an invalid value in a record', { ...good, counts: { mo: 2, tu: 'two' } }],
    ['has a list instead of a record', { ...good, counts: [2] }],
    ['has a text in the wrong format', { ...good, next: { starts: 'tomorrow' } }],
    ['is null', null],
    ['is a text', 'w1'],
    ['is a list', [good]],
  ];
  for (const [what, answer] of wrong)
    it(`is unreadable when it ${what}`, async () => {
      expect(await resultOf(answer)).to.deep.equal({ ok: false, failure: { kind: 'unreadable' } });
    });
});
