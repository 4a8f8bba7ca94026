import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventLoopTurns } from '../../../../server/directory/search/limits/event-loop-turns.js';

describe('who takes turns', () => {
  it('comes in the order of asking, each when the event loop has been round once more', async () => {
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

  it('waits for nobody who came before and is done', async () => {
    const turn = eventLoopTurns();
    await turn();
    await turn();
  });
});
