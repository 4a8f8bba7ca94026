import { expect } from '@open-wc/testing';
import { type Shape, fits } from '../../src/client/fits.js';

const walk: Shape<unknown> = {
  id: 'string',
  'price?': 'number',
  ways: ['^(online|home)$'],
  counts: { '*': 'number' },
  'next?': { starts: '^\\d{4}-' },
};
const good = { id: 'w1', ways: ['home'], counts: { mo: 2 } };

describe('whether an answer has the agreed shape', () => {
  const answers: readonly (readonly [string, unknown, boolean])[] = [
    ['has all that is needed', good, true],
    ['has more than was agreed', { ...good, extra: [1], ways: [] }, true],
    ['has what may be absent', { ...good, price: 3, next: { starts: '2026-11-24' } }, true],
    ['lacks what is needed', { ways: [], counts: {} }, false],
    ['has nothing for what may be absent', { ...good, price: null }, false],
    ['has text for a number', { ...good, price: '3' }, false],
    ['has one wrong thing in a list', { ...good, ways: ['home', 'by post'] }, false],
    ['has an object for a list', { ...good, ways: { 0: 'home' } }, false],
    ['has one wrong number in a record', { ...good, counts: { mo: 2, tu: 'two' } }, false],
    ['has a list for a record', { ...good, counts: [2] }, false],
    ['has text that is written otherwise', { ...good, next: { starts: 'tomorrow' } }, false],
    ['is nothing', null, false],
    ['is text', 'w1', false],
    ['is a list', [good], false],
  ];
  for (const [what, answer, expected] of answers)
    it(`is told where it ${what}`, () => {
      expect(fits(walk, answer)).to.equal(expected);
    });
});
