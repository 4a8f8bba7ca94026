import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { batch } from '../../../server/search/batch.js';

describe('what several want to know at once', () => {
  it('is asked for together while an earlier question is on its way, each thing once', async () => {
    const asked: (readonly number[])[] = [];
    const ask = batch((keys) => {
      asked.push(keys);
      return Promise.resolve(keys.join(' '));
    });
    const answers = await Promise.all([ask([1, 2]), ask([3]), ask([4, 3])]);
    assert.deepEqual(answers, ['1 2', '3 4', '3 4']);
    assert.equal(await ask([1]), '1');
    assert.deepEqual(asked, [[1, 2], [3, 4], [1]]);
  });

  it('fails for those only who waited for what failed', async () => {
    const ask = batch((keys) =>
      keys.includes(1) ? Promise.reject(new Error('no')) : Promise.resolve('yes'),
    );
    const first = ask([1]);
    const others = Promise.all([ask([2]), ask([3])]);
    await assert.rejects(first);
    assert.deepEqual(await others, ['yes', 'yes']);
  });
});
