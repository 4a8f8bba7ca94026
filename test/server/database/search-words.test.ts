import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchText, wordsIn } from '../../../server/database/search-words.js';

describe('the words of a search', () => {
  for (const [typed, words] of [
    ['The Densham Surgery', ['the', 'densham', 'surgery']],
    ['Dénsham', ['densham']],
    ['St. Mary’s', ['st', 'marys']],
    ["O'Brien & Partners", ['obrien', 'and', 'partners']],
    ['Stockton-on-Tees', ['stockton', 'on', 'tees']],
    [' %_;-- ', []],
    ['Łódź ﬁre 日本', ['łodz', 'fire', '日本']],
  ] as const)
    it(`of “${typed}” are ${words.join(', ') || 'none'}`, () => {
      assert.deepEqual(wordsIn(typed), words);
    });

  it('are found by either way of writing them, and by the postcode in one', () => {
    assert.equal(
      searchText('St Mary', '1 Mary Rd, TS18 1HU'),
      ' st mary 1 rd ts18 1hu saint road ts181hu',
    );
  });
});
