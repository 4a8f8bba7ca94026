import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isAnnounced,
  inactivityTimeoutOf,
  inactivityStateAfter,
  timeToNextState,
} from '../../../../src/core/safety/inactivity-state.js';

const minute = 60_000;

describe('answers with nobody there', () => {
  const patience = inactivityTimeoutOf(15) ?? assert.fail('no patience');

  const moments: readonly (readonly [when: string, quiet: number, expected: unknown])[] = [
    ['at once', 0, { is: 'active' }],
    ['just before 15 minutes', 15 * minute - 1, { is: 'active' }],
    ['after 15 minutes', 15 * minute, { is: 'warned', seconds: 120 }],
    ['half a second later', 15 * minute + 500, { is: 'warned', seconds: 120 }],
    ['a minute later', 16 * minute, { is: 'warned', seconds: 60 }],
    ['in the last moment', 17 * minute - 1, { is: 'warned', seconds: 1 }],
    ['after 17 minutes', 17 * minute, { is: 'expired' }],
    ['after a night with the lid closed', 600 * minute, { is: 'expired' }],
  ];
  for (const [when, quiet, expected] of moments)
    it(`stand like this ${when}`, () => {
      assert.deepEqual(inactivityStateAfter(quiet, patience), expected);
    });

  it('are looked at again when things may have changed, and each second of the warning', () => {
    assert.equal(timeToNextState(0, patience), 15 * minute);
    assert.equal(timeToNextState(14 * minute, patience), minute);
    assert.equal(timeToNextState(15 * minute + 300, patience), 700);
  });

  it('are never cleared where a service does not want that', () => {
    assert.equal(inactivityTimeoutOf(0), undefined);
    assert.equal(inactivityTimeoutOf(Number.NaN), undefined);
  });

  it('leave at least 20 seconds to say that somebody is there, however short the time', () => {
    assert.equal(inactivityTimeoutOf(0.1)?.warnFor, 20_000);
    assert.equal(inactivityTimeoutOf(1)?.warnFor, minute);
  });

  it('are counted down aloud now and then, more often near the end', () => {
    const said = Array.from({ length: 121 }, (_, at) => at).filter(isAnnounced);
    assert.deepEqual(said, [0, 10, 20, 30, 60, 90, 120]);
  });
});
