import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  readSaved,
  toggledSaved,
  writeSaved,
} from '../../../../../src/directory/finder/state/shortlist.js';

describe('a shortlist', () => {
  const walk = { id: 'a', name: 'Walk' };
  it('adds an activity, and removes it when it is chosen again', () => {
    const list = toggledSaved([], walk);
    assert.deepEqual(list, [walk]);
    assert.deepEqual(toggledSaved(list, walk), []);
  });

  it('is stored on the device and read again', () => {
    assert.deepEqual(readSaved(writeSaved([walk])), [walk]);
  });

  for (const kept of [null, '', 'x', '{}', '[1,["a"],[1,2],{"id":"a"}]'])
    it(`is empty when the device has stored ${String(kept)}`, () => {
      assert.deepEqual(readSaved(kept), []);
    });
});
