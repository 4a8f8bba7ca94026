import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomFrom } from '../../../../../server/sample-data/random.js';
import { add, emptyBitmap, pack } from '../../../../../server/directory/search/index/bitmap.js';
import { countRows, emptyRows } from '../../../../../server/directory/search/index/value-rows.js';

describe('rows of values', () => {
  it('give the same counts as counting one by one, also with fewer bits after more', () => {
    const random = randomFrom(5);
    for (const bits of [40, 9, 70]) {
      const size = 900;
      const rows = emptyRows(size, bits);
      for (let at = 0; at < rows.bytes.length; at += 1)
        rows.bytes[at] = Math.floor(random.next() * 256);
      const chosen = Array.from({ length: size }, (_, ord) => ord).filter(() => random.chance(40));
      const set = emptyBitmap(size);
      for (const ord of chosen) add(set, ord);
      const having = (bit: number): number =>
        chosen.filter((ord) => ((rows.bytes[ord * rows.width + (bit >> 3)] ?? 0) >> (bit & 7)) & 1)
          .length;
      assert.deepEqual(
        [...countRows(rows, pack(set))],
        Array.from({ length: rows.width * 8 }, (_, bit) => having(bit)),
      );
    }
  });
});
