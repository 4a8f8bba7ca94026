import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isAnnounced,
  inactivityTimeoutOf,
  secondsLeft,
  timeToNextChange,
} from '../../../../src/core/safety/inactivity-state.js';

const minute = 60_000;

describe('the inactivity timeout', () => {
  const timeout = inactivityTimeoutOf(15) ?? assert.fail('there should be a timeout');

  const moments: readonly (readonly [
    when: string,
    inactiveFor: number,
    seconds: number | undefined,
  ])[] = [
    ['immediately after input', 0, undefined],
    ['just before 15 minutes', 15 * minute - 1, undefined],
    ['after 15 minutes', 15 * minute, 120],
    ['half a second after that', 15 * minute + 500, 120],
    ['after 16 minutes', 16 * minute, 60],
    ['just before 17 minutes', 17 * minute - 1, 1],
    ['after 17 minutes', 17 * minute, 0],
    ['after a night with the laptop closed', 600 * minute, 0],
  ];
  for (const [when, inactiveFor, seconds] of moments)
    it(`leaves ${seconds === undefined ? 'the form without a warning' : `${String(seconds)} seconds`} ${when}`, () => {
      assert.equal(secondsLeft(inactiveFor, timeout), seconds);
    });

  it('changes next with the warning, and then each second', () => {
    assert.equal(timeToNextChange(0, timeout), 15 * minute);
    assert.equal(timeToNextChange(14 * minute, timeout), minute);
    assert.equal(timeToNextChange(15 * minute + 300, timeout), 700);
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
