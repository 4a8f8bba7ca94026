import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  emptyQuery,
  readQuery,
  writeQuery,
} from '../../../../src/directory/contract/activity-query.js';

const read = (text: string) => readQuery(new URLSearchParams(text));

describe('a search in a URL', () => {
  it('is unchanged after it is written and read', () => {
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

  it('is the same text whatever the order in which filters were chosen, so that caches recognise it', () => {
    const one = writeQuery({ ...emptyQuery, filters: { day: ['tu', 'mo'], age: ['60'] } });
    const other = writeQuery({ ...emptyQuery, filters: { age: ['60'], day: ['mo', 'tu'] } });
    assert.equal(one.toString(), other.toString());
  });

  it('leaves out the distance when there is no place', () => {
    assert.equal(writeQuery({ ...emptyQuery, distance: 5 }).toString(), '');
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['a full postcode, which must not be in a URL', 'place=TS18+1AB', 'place'],
    ['a position that is more precise than a kilometre', 'place=54.56123,-1.32456', 'place'],
    ['a distance that is not offered', 'place=TS18&distance=7', 'distance'],
    ['an unknown day', 'day=someday', 'day'],
    ['an unknown order', 'sort=random', 'sort'],
    ['more results than a page can have', 'limit=1000', 'limit'],
    ['a text that is too long', `q=${'a'.repeat(201)}`, 'q'],
    ['a category that contains markup', 'category=%3Cscript%3E', 'category'],
  ];
  for (const [what, text, field] of wrong)
    it(`is rejected when it has ${what}`, () => {
      const result = read(text);
      assert.ok(!result.ok);
      assert.deepEqual(
        result.failure.map((issue) => issue.field),
        [field],
      );
    });

  it('ignores parameters that are not its own', () => {
    assert.ok(read('utm_source=poster&q=choir').ok);
  });
});
