import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type InactivityState,
  isAnnounced,
  inactivityTimeoutOf,
  inactivityStateAfter,
  timeToNextState,
} from '../../../../src/core/safety/inactivity-state.js';

const minute = 60_000;

describe('the inactivity state', () => {
  const timeout = inactivityTimeoutOf(15) ?? assert.fail('there should be a timeout');

  const moments: readonly (readonly [
    when: string,
    inactiveFor: number,
    expected: InactivityState,
  ])[] = [
    ['immediately after input', 0, { is: 'active' }],
    ['just before 15 minutes', 15 * minute - 1, { is: 'active' }],
    ['after 15 minutes', 15 * minute, { is: 'warned', seconds: 120 }],
    ['half a second after that', 15 * minute + 500, { is: 'warned', seconds: 120 }],
    ['after 16 minutes', 16 * minute, { is: 'warned', seconds: 60 }],
    ['just before 17 minutes', 17 * minute - 1, { is: 'warned', seconds: 1 }],
    ['after 17 minutes', 17 * minute, { is: 'expired' }],
    ['after a night with the laptop closed', 600 * minute, { is: 'expired' }],
  ];
  for (const [when, inactiveFor, expected] of moments)
    it(`is “${expected.is}” ${when}`, () => {
      assert.deepEqual(inactivityStateAfter(inactiveFor, timeout), expected);
    });

  it('is computed again when it may have changed, and each second during the warning', () => {
    assert.equal(timeToNextState(0, timeout), 15 * minute);
    assert.equal(timeToNextState(14 * minute, timeout), minute);
    assert.equal(timeToNextState(15 * minute + 300, timeout), 700);
  });

  it('is not used when the service sets no timeout', () => {
    assert.equal(inactivityTimeoutOf(0), undefined);
    assert.equal(inactivityTimeoutOf(Number.NaN), undefined);
  });

  it('gives a warning of at least 20 seconds, however short the timeout is', () => {
    assert.equal(inactivityTimeoutOf(0.1)?.warnFor, 20_000);
    assert.equal(inactivityTimeoutOf(1)?.warnFor, minute);
  });

  it('is announced to screen readers at intervals that become shorter near the end', () => {
    const said = Array.from({ length: 121 }, (_, at) => at).filter(isAnnounced);
    assert.deepEqual(said, [0, 10, 20, 30, 60, 90, 120]);
  });
});
