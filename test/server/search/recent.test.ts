import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recent } from '../../../server/search/recent.js';

describe('what was asked last', () => {
  const asked: string[] = [];
  const ask = (key: string) => (): Promise<string> => {
    asked.push(key);
    return key === 'fails' ? Promise.reject(new Error('no')) : Promise.resolve(`answer to ${key}`);
  };

  it('is asked once, also by two at the same time', async () => {
    asked.length = 0;
    const keep = recent<string>(2);
    const answers = await Promise.all([keep('a', ask('a')), keep('a', ask('a'))]);
    assert.deepEqual(answers, ['answer to a', 'answer to a']);
    assert.equal(await keep('a', ask('a')), 'answer to a');
    assert.deepEqual(asked, ['a']);
  });

  it('makes room by what nobody has asked for longest', async () => {
    asked.length = 0;
    const keep = recent<string>(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await keep(key, ask(key));
    assert.deepEqual(asked, ['a', 'b', 'c', 'b']);
  });

  it('asks again after a failure', async () => {
    asked.length = 0;
    const keep = recent<string>(2);
    await assert.rejects(keep('fails', ask('fails')));
    await assert.rejects(keep('fails', ask('fails')));
    assert.deepEqual(asked, ['fails', 'fails']);
  });
});
