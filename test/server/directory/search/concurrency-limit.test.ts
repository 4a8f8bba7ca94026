import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { limitConcurrency } from '../../../../server/directory/search/limits/concurrency-limit.js';
import type { Database } from '../../../../server/database/database.js';

/** A database that records how many statements run at once; those called “wrong” fail. */
function counting(): { readonly database: Database; readonly most: () => number } {
  let running = 0;
  let most = 0;
  const database: Database = {
    query: async (sql) => {
      running += 1;
      most = Math.max(most, running);
      await wait(5);
      running -= 1;
      if (sql === 'wrong') throw new Error('a wrong statement');
      return [sql];
    },
    transaction: () => Promise.reject(new Error('nobody asked for one')),
    isReady: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  return { database, most: () => most };
}

describe('limited search statements', () => {
  it('run up to the limit at the same time, and each gets its own rows', async () => {
    const { database, most } = counting();
    const few = limitConcurrency(database, 2);
    const asked = Array.from({ length: 20 }, (_, index) => `select ${index}`);
    const rows = await Promise.all(asked.map((sql) => few.query(sql)));
    assert.deepEqual(rows.flat(), asked);
    assert.equal(most(), 2);
  });

  it('continue after others have failed', async () => {
    const { database, most } = counting();
    const few = limitConcurrency(database, 2);
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) => few.query(index % 2 === 0 ? 'wrong' : 'right')),
    );
    assert.equal(answers.filter(({ status }) => status === 'rejected').length, 6);
    assert.deepEqual(await few.query('right'), ['right']);
    assert.equal(most(), 2);
  });
});
