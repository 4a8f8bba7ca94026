import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerCache } from '../../../../server/directory/search/limits/answer-cache.js';

describe('the answer cache', () => {
  const asked: string[] = [];
  const ask = (key: string) => (): Promise<string> => {
    asked.push(key);
    return key === 'fails' ? Promise.reject(new Error('no')) : Promise.resolve(`answer to ${key}`);
  };

  it('asks once for a key, even for two callers at the same time', async () => {
    asked.length = 0;
    const cache = answerCache<string>(2);
    const answers = await Promise.all([
      cache.forceFetch('a', { context: ask('a') }),
      cache.forceFetch('a', { context: ask('a') }),
    ]);
    assert.deepEqual(answers, ['answer to a', 'answer to a']);
    assert.equal(await cache.forceFetch('a', { context: ask('a') }), 'answer to a');
    assert.deepEqual(asked, ['a']);
  });

  it('drops the least recently used answer when it is full', async () => {
    asked.length = 0;
    const cache = answerCache<string>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b'])
      await cache.forceFetch(key, { context: ask(key) });
    assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
  });

  it('answers every waiting caller, even if there is no longer room for the answer', async () => {
    const cache = answerCache<string>(1);
    const answers = ['a', 'b', 'c'].map((key) => cache.forceFetch(key, { context: ask(key) }));
    assert.deepEqual(await Promise.all(answers), ['answer to a', 'answer to b', 'answer to c']);
  });

  it('asks again after a failure', async () => {
    asked.length = 0;
    const cache = answerCache<string>(2);
    await assert.rejects(cache.forceFetch('fails', { context: ask('fails') }));
    await assert.rejects(cache.forceFetch('fails', { context: ask('fails') }));
    assert.deepEqual(asked, ['fails', 'fails']);
  });
});
