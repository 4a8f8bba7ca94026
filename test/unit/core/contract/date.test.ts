import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  afterWorkingDays,
  ageOn,
  dateAt,
  dateParts,
  isoDate,
} from '../../../../src/core/contract/date.js';
import { realDate } from '../../../../src/core/contract/fields.js';
import { parse } from '../../../../src/core/contract/parse.js';

describe('a date in three parts', () => {
  const cases = [
    ['an ordinary day', 1967, 3, 27, '1967-03-27'],
    ['29 February of a leap year', 2024, 2, 29, '2024-02-29'],
    ['29 February of another year', 2023, 2, 29, undefined],
    ['29 February 2000, which is a leap year', 2000, 2, 29, '2000-02-29'],
    ['29 February 1900, which is not a leap year', 1900, 2, 29, undefined],
    ['30 February', 2024, 2, 30, undefined],
    ['31 April', 2024, 4, 31, undefined],
    ['31 December', 2024, 12, 31, '2024-12-31'],
    ['month 13', 2024, 13, 1, undefined],
    ['month 0', 2024, 0, 1, undefined],
    ['day 0', 2024, 1, 0, undefined],
    ['a negative day', 2024, 1, -1, undefined],
    ['a year of two digits, which is not taken as 19xx,', 67, 3, 27, '0067-03-27'],
    ['the year 0', 0, 1, 1, '0000-01-01'],
    ['a month that is not a number', 2024, Number.NaN, 1, undefined],
    ['half a day', 2024, 1, 1.5, undefined],
  ] as const;
  for (const [title, year, month, day, date] of cases)
    it(`${title} is ${date ?? 'not a date'}`, () => {
      assert.equal(isoDate(year, month, day), date);
      if (date !== undefined) assert.deepEqual(dateParts(date), [year, month, day]);
    });
});

describe('the schema of a date', () => {
  const isReal = (value: unknown): boolean => parse(realDate('key'), value).ok;
  it('accepts a date of the calendar in ISO format', () => {
    for (const date of ['1967-03-27', '2024-02-29']) assert.equal(isReal(date), true, date);
  });
  it('rejects everything else', () => {
    for (const wrong of [
      '2023-02-29',
      '1967-3-27',
      '27-03-1967',
      '1967-03-27T00:00:00Z',
      ' 1967-03-27',
      '1967-03-27\n',
      '+01967-03-27',
      '',
      19_670_327,
      null,
    ])
      assert.equal(isReal(wrong), false, String(wrong));
  });
});

describe('the age of a person', () => {
  const cases = [
    ['on the day before their birthday', '2026-03-26', '1967-03-27', 58],
    ['on their birthday', '2026-03-27', '1967-03-27', 59],
    ['in an earlier month', '2026-02-28', '1967-03-27', 58],
    ['in a later month, on an earlier day', '2026-04-01', '1967-03-27', 59],
    ['born on 29 February, on 28 February of another year', '2025-02-28', '2004-02-29', 20],
    ['born on 29 February, on 1 March of another year', '2025-03-01', '2004-02-29', 21],
    ['born on 29 February, in a leap year', '2024-02-29', '2004-02-29', 20],
    ['born today', '2026-11-22', '2026-11-22', 0],
    ['older than a century', '2026-11-22', '1920-01-01', 106],
  ] as const;
  for (const [title, day, birth, age] of cases)
    it(`${title} is ${String(age)}`, () => {
      assert.equal(ageOn(day, birth), age);
    });
});

describe('working days', () => {
  const christmas = ['2026-12-25', '2026-12-28', '2027-01-01'];
  const cases = [
    ['five days from a Sunday end on Friday', '2026-11-22', 5, [], '2026-11-27'],
    ['five days from a Monday end on the next Monday', '2026-11-23', 5, [], '2026-11-30'],
    ['one day from a Friday ends on Monday', '2026-11-27', 1, [], '2026-11-30'],
    ['one day from a Saturday ends on Monday', '2026-11-28', 1, [], '2026-11-30'],
    ['zero days end today', '2026-11-22', 0, [], '2026-11-22'],
    [
      'one day from Christmas Eve ends after the Christmas holidays',
      '2026-12-24',
      1,
      christmas,
      '2026-12-29',
    ],
    ['five days from 23 December end after New Year', '2026-12-23', 5, christmas, '2027-01-04'],
    ['a closed day on a Sunday makes no difference', '2026-12-24', 1, ['2026-12-27'], '2026-12-25'],
    ['thirty days may end in another month', '2026-11-22', 30, [], '2027-01-01'],
    [
      'one day from 28 February of a leap year ends on 29 February',
      '2028-02-28',
      1,
      [],
      '2028-02-29',
    ],
  ] as const;
  for (const [title, start, days, closed, end] of cases)
    it(title, () => {
      assert.equal(afterWorkingDays(start, days, closed), end);
    });
});

describe('the date in the time zone of a service', () => {
  const cases = [
    ['in winter, a second before midnight', '2026-11-22T23:59:59Z', 'Europe/London', '2026-11-22'],
    ['in winter, at midnight', '2026-11-23T00:00:00Z', 'Europe/London', '2026-11-23'],
    ['in summer, after local midnight', '2026-06-30T23:30:00Z', 'Europe/London', '2026-07-01'],
    ['just before the clocks go forward', '2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
    [
      'on the evening after the clocks went forward',
      '2026-03-29T23:00:00Z',
      'Europe/London',
      '2026-03-30',
    ],
    [
      'on the evening before the clocks go forward',
      '2026-03-28T23:59:59Z',
      'Europe/London',
      '2026-03-28',
    ],
    [
      'on the night on which the clocks go back',
      '2026-10-24T23:30:00Z',
      'Europe/London',
      '2026-10-25',
    ],
    [
      'on the evening after the clocks went back',
      '2026-10-25T23:30:00Z',
      'Europe/London',
      '2026-10-25',
    ],
    ['far to the east', '2026-12-31T10:00:00Z', 'Pacific/Auckland', '2026-12-31'],
    [
      'far to the east, already in the new year',
      '2026-12-31T11:30:00Z',
      'Pacific/Auckland',
      '2027-01-01',
    ],
    [
      'far to the west, still in the old year',
      '2027-01-01T09:00:00Z',
      'Pacific/Honolulu',
      '2026-12-31',
    ],
  ] as const;
  for (const [title, moment, timeZone, date] of cases)
    it(`${title}, is ${date} (${timeZone})`, () => {
      assert.equal(dateAt(new Date(moment), timeZone), date);
    });
});
