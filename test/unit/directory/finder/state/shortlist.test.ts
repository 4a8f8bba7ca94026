import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  readSaved,
  toggledSaved,
  writeSaved,
} from '../../../../../src/directory/finder/state/shortlist.js';

describe('a shortlist', () => {
  const walk = { id: 'a', name: 'Walk' };
  it('takes an activity on and off', () => {
    const list = toggledSaved([], walk);
    assert.deepEqual(list, [walk]);
    assert.deepEqual(toggledSaved(list, walk), []);
  });

  it('is kept on a device and read again', () => {
    assert.deepEqual(readSaved(writeSaved([walk])), [walk]);
  });

  for (const kept of [null, '', 'x', '{}', '[1,["a"],[1,2],{"id":"a"}]'])
    it(`is empty where a device holds ${String(kept)}`, () => {
      assert.deepEqual(readSaved(kept), []);
    });
});
