import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localClock, nextDates } from '../../../../server/directory/store/next-dates.js';
import type { Session } from '../../../../src/directory/contract/activity.js';

const london = 'Europe/London';

/** The next dates of one session, each as `starts – ends`. */
const datesOf = (session: Session, after: string, most = 3, timeZone = london): readonly string[] =>
  nextDates([session], { after: new Date(after), most, timeZone }).map(({ starts, ends }) =>
    ends === undefined ? starts : `${starts} – ${ends}`,
  );

describe('the next dates of an activity', () => {
  const sundays: Session = { rule: 'FREQ=WEEKLY;BYDAY=SU', opens: '10:00', closes: '11:30' };

  it('keep their local time when the clocks go forward', () => {
    assert.deepEqual(datesOf(sundays, '2026-03-21T12:00:00Z'), [
      '2026-03-22T10:00:00+00:00 – 2026-03-22T11:30:00+00:00',
      '2026-03-29T10:00:00+01:00 – 2026-03-29T11:30:00+01:00',
      '2026-04-05T10:00:00+01:00 – 2026-04-05T11:30:00+01:00',
    ]);
  });

  it('keep their local time when the clocks go back', () => {
    assert.deepEqual(datesOf(sundays, '2026-10-17T12:00:00Z'), [
      '2026-10-18T10:00:00+01:00 – 2026-10-18T11:30:00+01:00',
      '2026-10-25T10:00:00+00:00 – 2026-10-25T11:30:00+00:00',
      '2026-11-01T10:00:00+00:00 – 2026-11-01T11:30:00+00:00',
    ]);
  });

  it('keep their local length during the night when the clocks change', () => {
    const night: Session = { from: '2026-10-24', opens: '22:00', closes: '06:00' };
    assert.deepEqual(datesOf(night, '2026-10-01T00:00:00Z'), [
      '2026-10-24T22:00:00+01:00 – 2026-10-25T06:00:00+00:00',
    ]);
  });

  it('include an event in progress but not one that is over', () => {
    assert.match(datesOf(sundays, '2026-06-07T10:29:00Z')[0] ?? '', /^2026-06-07T10:00/);
    assert.match(datesOf(sundays, '2026-06-07T10:31:00Z')[0] ?? '', /^2026-06-14T10:00/);
  });

  it('include today until midnight when there is no time of day', () => {
    const fair: Session = { from: '2026-06-07' };
    assert.deepEqual(datesOf(fair, '2026-06-07T22:30:00Z'), ['2026-06-07']);
    assert.deepEqual(datesOf(fair, '2026-06-07T23:30:00Z'), [], 'it is the 8th in London');
  });

  it('end with the last day given', () => {
    const course: Session = { ...sundays, from: '2026-06-07', to: '2026-06-14' };
    assert.equal(datesOf(course, '2026-06-01T00:00:00Z').length, 2);
  });

  it('are the same for a fortnightly event, whatever the current date', () => {
    const second: Session = {
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
      from: '2020-01-01',
      opens: '09:00',
    };
    const [first, next] = datesOf(second, '2026-03-25T12:00:00Z');
    assert.deepEqual([first, next], ['2026-04-01T09:00:00+01:00', '2026-04-15T09:00:00+01:00']);
    assert.equal(datesOf(second, '2026-03-31T12:00:00Z')[0], first);
  });

  it('use the time zone of the place', () => {
    assert.equal(
      datesOf(sundays, '2026-01-01T00:00:00Z', 1, 'Australia/Sydney')[0],
      '2026-01-04T10:00:00+11:00 – 2026-01-04T11:30:00+11:00',
    );
  });

  it('are sorted and contain no duplicates, whatever the number of sessions', () => {
    const found = nextDates([sundays, { ...sundays, opens: '09:00' }, sundays], {
      after: new Date('2026-06-01T00:00:00Z'),
      most: 3,
      timeZone: london,
    });
    assert.deepEqual(
      found.map(({ starts }) => starts.slice(0, 16)),
      ['2026-06-07T09:00', '2026-06-07T10:00', '2026-06-14T09:00'],
    );
  });

  it('are empty for a rule that cannot be parsed', () => {
    assert.deepEqual(datesOf({ rule: 'FREQ=NEVER' }, '2026-06-01T00:00:00Z'), []);
  });
});

describe('the local clock', () => {
  const moments: readonly (readonly [string, string, string])[] = [
    ['just before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29T00:59:59'],
    ['just after the clocks go forward', '2026-03-29T01:00:00Z', '2026-03-29T02:00:00'],
    ['just before the clocks go back', '2026-10-25T00:59:59Z', '2026-10-25T01:59:59'],
    ['just after the clocks go back', '2026-10-25T01:00:00Z', '2026-10-25T01:00:00'],
  ];
  for (const [when, moment, shown] of moments)
    it(`is right ${when}`, () => {
      assert.equal(localClock(new Date(moment), london).toISOString().slice(0, 19), shown);
    });
});
