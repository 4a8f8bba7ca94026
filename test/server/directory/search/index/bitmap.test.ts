import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../../../../../server/sample-data/random.js';
import {
  type Bitmap,
  type Packed,
  add,
  count,
  countBoth,
  emptyBitmap,
  forEach,
  has,
  intersection,
  narrow,
  pack,
  union,
  without,
} from '../../../../../server/directory/search/index/bitmap.js';

const size = 1000;
const bitmapOf = (numbers: Iterable<number>): Bitmap => {
  const set = emptyBitmap(size);
  for (const number of numbers) add(set, number);
  return set;
};
const packedIn = (packed: Packed): number[] => {
  const numbers: number[] = [];
  forEach(packed, (number) => numbers.push(number));
  return numbers;
};
const numbersIn = (set: Bitmap): number[] => packedIn(pack(set));
const some = (seed: number, percent: number): Set<number> => {
  const random = randomFrom(seed);
  return new Set(Array.from({ length: size }, (_, at) => at).filter(() => random.chance(percent)));
};

describe('a bitmap', () => {
  for (const [what, numbers] of [
    ['no numbers', []],
    ['the first and the last', [0, 999]],
    ['both ends of a word', [31, 32, 63, 64]],
    ['a word that is full', Array.from({ length: 32 }, (_, at) => 96 + at)],
  ] as const)
    it(`stores and returns ${what}`, () => {
      assert.deepEqual(numbersIn(bitmapOf(numbers)), [...numbers]);
      assert.equal(count(pack(bitmapOf(numbers))), numbers.length);
    });

  it('contains its numbers and none beyond its size', () => {
    const set = bitmapOf([5]);
    assert.deepEqual(
      [has(set, 5), has(set, 4), has(set, 37), has(set, 5000)],
      [true, false, false, false],
    );
  });

  for (const percent of [0, 1, 10, 60, 100])
    it(`supports union, intersection and counting with ${percent} per cent of the bits set`, () => {
      const [one, other] = [some(percent + 1, percent), some(percent + 2, 30)];
      const both = [...one].filter((number) => other.has(number));
      const either = [...new Set([...one, ...other])].sort((less, more) => less - more);
      const [first, second] = [bitmapOf(one), bitmapOf(other)];
      assert.deepEqual(numbersIn(intersection([first, second])), both);
      assert.deepEqual(numbersIn(union(size, [first, second])), either);
      const onlyOne = [...one].filter((number) => !other.has(number));
      assert.deepEqual(numbersIn(without(first, second)), onlyOne);
      assert.equal(countBoth(pack(first), second), both.length);
      assert.equal(count(narrow(pack(first), [second])), both.length);
      assert.deepEqual(packedIn(pack(first, second)), both);
    });

  it('is not changed by operations on it', () => {
    const [one, other] = [bitmapOf([1, 2]), bitmapOf([2, 3])];
    const packed = pack(one);
    intersection([one, other]);
    union(size, [one, other]);
    without(one, other);
    narrow(packed, [other]);
    pack(other);
    assert.deepEqual(packedIn(packed), [1, 2]);
    assert.deepEqual(
      [numbersIn(one), numbersIn(other)],
      [
        [1, 2],
        [2, 3],
      ],
    );
  });
});
