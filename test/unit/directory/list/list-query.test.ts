import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ActivityQuery,
  emptyQuery,
  maxResults,
} from '../../../../src/directory/contract/activity-query.js';
import { listQuery } from '../../../../src/directory/list/list-query.js';

const inList = (change: Partial<ActivityQuery>): ActivityQuery => ({
  ...emptyQuery,
  limit: 6,
  ...change,
});
const chosen = (...ids: readonly string[]): ActivityQuery => ({
  ...emptyQuery,
  ids,
  limit: maxResults,
});
const gardens = inList({ place: 'TS18', filters: { category: ['gardening'], day: ['tu'] } });

describe('the attributes of a list of activities', () => {
  const understood: readonly (readonly [string, string, string, ActivityQuery])[] = [
    ['ids with commas', 'b,a,c', '', chosen('b', 'a', 'c')],
    ['ids with spaces and line breaks', ' b, a\n  c ', '', chosen('b', 'a', 'c')],
    ['a repeated id, which counts once', 'a,b,a', '', chosen('a', 'b')],
    ['both ids and a search, of which the ids are used', 'a', 'category=gardening', chosen('a')],
    ['a search', '', 'category=gardening&place=TS18&day=tu', gardens],
    [
      'a search with the key of a finder',
      '',
      'a-category=gardening&a-place=TS18&a-day=tu',
      gardens,
    ],
    [
      'a search with a key that contains hyphens',
      '',
      '?what-is-on-category=gardening&what-is-on-place=TS18&what-is-on-day=tu',
      gardens,
    ],
    [
      'the whole URL of a page with a finder, without the page’s own parameters',
      '',
      'https://library.example/whats-on?lang=en&q=opening+hours&find-category=gardening&find-place=TS18&find-day=tu#results',
      gardens,
    ],
    [
      'the URL of a page with two finders, of which the first is used',
      '',
      'b-q=choir&a-q=yoga',
      inList({ text: 'choir' }),
    ],
    ['the link to a shared list', '', '?find-ids=b%2Ca', chosen('b', 'a')],
    ['the link to one activity', '', '/whats-on?find-activity=a-1', chosen('a-1')],
    [
      'a search with an open activity, which is ignored',
      '',
      'find-q=choir&find-activity=a-1',
      inList({ text: 'choir' }),
    ],
    ['a text with a question mark', '', 'q=who?', inList({ text: 'who?' })],
    ['a number of results', '', 'q=choir&limit=3', inList({ text: 'choir', limit: 3 })],
  ];
  for (const [what, ids, query, expected] of understood)
    it(`may contain ${what}`, () => {
      assert.deepEqual(listQuery({ ids, query }), { ok: true, value: expected });
    });

  const refused: readonly (readonly [string, string, string, 'ids' | 'query'])[] = [
    ['are empty', '', ' ', 'ids'],
    ['contain an invalid id', 'a,<b>', '', 'ids'],
    [
      'contain more ids than a list can have',
      Array.from({ length: 101 }, (_, at) => at).join(),
      '',
      'ids',
    ],
    ['contain a misspelt parameter, which would find everything', '', 'catgory=arts', 'query'],
    ['contain a full postcode, which must not be in a URL', '', 'place=TS18+1AB', 'query'],
    ['contain an unknown day', '', 'find-day=someday', 'query'],
    ['contain a URL without a search', '', 'https://library.example/whats-on', 'query'],
  ];
  for (const [what, ids, query, attribute] of refused)
    it(`are rejected when they ${what}`, () => {
      assert.deepEqual(listQuery({ ids, query }), { ok: false, failure: attribute });
    });
});
