import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventLoopTurns } from '../../../../server/directory/search/limits/event-loop-turns.js';

describe('event loop turns', () => {
  it('come in the order of the calls, one for each iteration of the event loop', async () => {
    let round = 0;
    const count = (): void => {
      round += 1;
      if (round < 10) setImmediate(count);
    };
    setImmediate(count);
    const turn = eventLoopTurns();
    const rounds = await Promise.all([1, 2, 3].map(() => turn().then(() => round)));
    assert.deepEqual(rounds, [1, 2, 3]);
  });

  it('come without a pending call before them', async () => {
    const turn = eventLoopTurns();
    await turn();
    await turn();
  });
});
