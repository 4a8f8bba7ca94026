import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthNumber } from '../../../src/core/month-number.js';

describe('the name of a month', () => {
  const cases: readonly (readonly [typed: string, month: number | undefined])[] = [
    ['January', 1],
    ['jan', 1],
    ['JAN.', 1],
    ['Sept', 9],
    ['may', 5],
    ['Ionawr', 1],
    ['Mehefin', 6],
    ['Rhagfyr', 12],
    ['styczeń', 1],
    ['stycznia', 1],
    ['Sierpnia', 8],
    ['جنوری', 1],
    ['دسمبر', 12],
    ['Januray', undefined],
    ['Janvier', undefined],
    ['ja', undefined],
    ['ju', undefined],
    ['', undefined],
    ['13', undefined],
  ];
  for (const [typed, month] of cases)
    it(`“${typed}” is ${month === undefined ? 'not understood' : `month ${String(month)}`}`, () => {
      assert.equal(monthNumber(typed), month);
    });
});
