import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  emptyQuery,
  readQuery,
  writeQuery,
} from '../../../../src/directory/contract/activity-query.js';

const read = (text: string) => readQuery(new URLSearchParams(text));

describe('a search in an address', () => {
  it('is written and read back as it was', () => {
    const query = {
      ...emptyQuery,
      text: 'walking & talking',
      place: 'TS18',
      distance: 5,
      filters: { day: ['mo', 'tu'], free: ['yes'] },
      sort: 'soonest',
    } as const;
    assert.deepEqual(readQuery(writeQuery(query)), { ok: true, value: query });
  });

  it('is written the same way in whatever order filters were chosen, so that caches know it again', () => {
    const one = writeQuery({ ...emptyQuery, filters: { day: ['tu', 'mo'], age: ['60'] } });
    const other = writeQuery({ ...emptyQuery, filters: { age: ['60'], day: ['mo', 'tu'] } });
    assert.equal(one.toString(), other.toString());
  });

  it('says nothing of a distance without a place', () => {
    assert.equal(writeQuery({ ...emptyQuery, distance: 5 }).toString(), '');
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['a full postcode, which must not stand in an address', 'place=TS18+1AB', 'place'],
    ['a point finer than a kilometre', 'place=54.56123,-1.32456', 'place'],
    ['a distance of our own making', 'place=TS18&distance=7', 'distance'],
    ['a day that is none', 'day=someday', 'day'],
    ['an order that is none', 'sort=random', 'sort'],
    ['more results than a page holds', 'limit=1000', 'limit'],
    ['words without end', `q=${'a'.repeat(201)}`, 'q'],
    ['a category that could be something else', 'category=%3Cscript%3E', 'category'],
  ];
  for (const [what, text, field] of wrong)
    it(`refuses ${what}`, () => {
      const result = read(text);
      assert.ok(!result.ok);
      assert.deepEqual(
        result.failure.map((issue) => issue.field),
        [field],
      );
    });

  it('leaves alone what other people put into the address', () => {
    assert.ok(read('utm_source=poster&q=choir').ok);
  });
});
