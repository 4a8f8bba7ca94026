import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedIdOf, placeOfFeed } from '../../../../server/directory/feeds/feed-names.js';

describe('the id of a feed without a configured id', () => {
  const same: readonly (readonly [string, string])[] = [
    ['https://api.example.org', 'https://api.example.org/'],
    ['https://api.example.org/v3', 'https://api.example.org/v3/services'],
    ['http://api.example.org/v3', 'https://api.example.org/v3/services/'],
    ['council.json', './council.json'],
  ];
  for (const [one, other] of same)
    it(`is the same for ${one} and ${other}`, () => {
      assert.equal(placeOfFeed(one), placeOfFeed(other));
      assert.equal(feedIdOf(one), feedIdOf(other));
    });

  const different: readonly (readonly [string, string])[] = [
    ['https://api.example.org/leeds', 'https://api.example.org/york'],
    ['https://api.example.org', 'https://api.example.org:8443'],
    ['https://api.example.org/services?q=a', 'https://api.example.org/services?q=b'],
    ['monday/services.json', 'tuesday/services.json'],
    ['http://council', 'council.json'],
    [`https://api.example.org/${'a'.repeat(99)}1`, `https://api.example.org/${'a'.repeat(99)}2`],
  ];
  for (const [one, other] of different)
    it(`differs between ${one} and ${other}`, () => {
      assert.notEqual(feedIdOf(one), feedIdOf(other));
    });

  it('is valid in the settings', () => {
    for (const from of [
      ...different.flat(),
      'https://api.example.org/v3/?a=%20',
      '/x/Ünïcode.json',
    ])
      assert.match(feedIdOf(from), /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.equal(feedIdOf('https://api.example.org/v3/services'), 'api-example-org-v3');
  });
});
