import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchText, wordsIn } from '../../../server/database/search-words.js';

describe('wordsIn and searchText', () => {
  for (const [typed, words] of [
    ['The Densham Surgery', ['the', 'densham', 'surgery']],
    ['Dénsham', ['densham']],
    ['St. Mary’s', ['st', 'marys']],
    ["O'Brien & Partners", ['obrien', 'and', 'partners']],
    ['Stockton-on-Tees', ['stockton', 'on', 'tees']],
    [' %_;-- ', []],
    ['Łódź ﬁre 日本', ['łodz', 'fire', '日本']],
  ] as const)
    it(`splits “${typed}” into ${words.join(', ') || 'no words'}`, () => {
      assert.deepEqual(wordsIn(typed), words);
    });

  it('find the same text by either spelling and by a postcode within it', () => {
    assert.equal(
      searchText('St Mary', '1 Mary Rd, TS18 1HU'),
      ' st mary 1 rd ts18 1hu saint road ts181hu',
    );
  });
});
