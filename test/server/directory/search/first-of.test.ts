import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../../../../server/sample-data/random.js';
import { add, emptyBitmap, pack } from '../../../../server/directory/search/index/bitmap.js';
import { type Rank, firstOf } from '../../../../server/directory/search/first-of.js';

describe('firstOf', () => {
  const random = randomFrom(3);
  // Few different keys, so that many are equal.
  const keys = Array.from({ length: 500 }, () => Math.floor(random.next() * 40) - 20);
  const set = emptyBitmap(keys.length);
  for (let ord = 0; ord < keys.length; ord += 1) if (random.chance(70)) add(set, ord);
  const found = pack(set);
  const keyOf = (ord: number): number => keys[ord] ?? 0;
  const order = { keyOf, tiers: [] };
  const sorted = firstOf(found, order, { most: keys.length, after: undefined });

  it('sorts by key, and by number where keys are equal', () => {
    const expected = [...sorted].sort((one, other) => one.key - other.key || one.ord - other.ord);
    assert.deepEqual(sorted, expected);
    assert.ok(sorted.length > 300);
  });

  // Each tier comes before all others, as activities with the word in their name do.
  const tiers = [-18, -5, 12].map((limit) => {
    const tier = emptyBitmap(keys.length);
    for (const [ord, key] of keys.entries()) if (key < limit) add(tier, ord);
    return tier;
  });

  for (const most of [1, 7, 100])
    for (const [how, by] of [
      ['', order],
      [', where some come before all others', { keyOf, tiers }],
    ] as const)
      it(`returns all, each once, ${most} at a time${how}`, () => {
        const seen: Rank[] = [];
        for (let after: Rank | undefined; ;) {
          const page = firstOf(found, by, { most, after });
          seen.push(...page);
          after = page.at(-1);
          if (page.length < most || !after) break;
        }
        assert.deepEqual(seen, sorted);
      });

  it('examines only the first tiers when these contain enough', () => {
    let asked = 0;
    const counting = (ord: number): number => {
      asked += 1;
      return keyOf(ord);
    };
    firstOf(found, { keyOf: counting, tiers }, { most: 1, after: undefined });
    assert.ok(asked > 0 && asked < 40, `${asked} were looked at`);
  });

  it('continues after the end of the previous page, even when that activity is gone', () => {
    const [one, two] = sorted;
    assert.ok(one && two);
    const between = { key: one.key, ord: one.ord + 0.5 };
    assert.deepEqual(firstOf(found, order, { most: 1, after: between }), [two]);
  });

  it('returns nothing for an empty set', () => {
    assert.deepEqual(firstOf(pack(emptyBitmap(10)), order, { most: 5, after: undefined }), []);
  });
});
