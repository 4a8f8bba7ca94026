import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ActivityQuery,
  emptyQuery,
  mostResults,
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
  limit: mostResults,
});
const gardens = inList({ place: 'TS18', filters: { category: ['gardening'], day: ['tu'] } });

describe('a connector who recommends activities', () => {
  const understood: readonly (readonly [string, string, string, ActivityQuery])[] = [
    ['ids with commas', 'b,a,c', '', chosen('b', 'a', 'c')],
    ['ids with blanks and line ends', ' b, a\n  c ', '', chosen('b', 'a', 'c')],
    ['an id twice, as once', 'a,b,a', '', chosen('a', 'b')],
    ['ids before a search', 'a', 'category=gardening', chosen('a')],
    ['a search', '', 'category=gardening&place=TS18&day=tu', gardens],
    [
      'a search with the key of a finder',
      '',
      'a-category=gardening&a-place=TS18&a-day=tu',
      gardens,
    ],
    [
      'a search with a key that has dashes in it',
      '',
      '?what-is-on-category=gardening&what-is-on-place=TS18&what-is-on-day=tu',
      gardens,
    ],
    [
      'the whole address of a finder, and leaves the page’s own parameters alone',
      '',
      'https://library.example/whats-on?lang=en&q=opening+hours&find-category=gardening&find-place=TS18&find-day=tu#results',
      gardens,
    ],
    ['one finder’s search on a page with two', '', 'b-q=choir&a-q=yoga', inList({ text: 'choir' })],
    ['a list that somebody shared', '', '?find-ids=b%2Ca', chosen('b', 'a')],
    ['the address of one activity', '', '/whats-on?find-activity=a-1', chosen('a-1')],
    [
      'a search in which an activity was open',
      '',
      'find-q=choir&find-activity=a-1',
      inList({ text: 'choir' }),
    ],
    ['words with a question mark in them', '', 'q=who?', inList({ text: 'who?' })],
    ['how many are wanted', '', 'q=choir&limit=3', inList({ text: 'choir', limit: 3 })],
  ];
  for (const [what, ids, query, expected] of understood)
    it(`may paste ${what}`, () => {
      assert.deepEqual(listQuery({ ids, query }), { ok: true, value: expected });
    });

  const refused: readonly (readonly [string, string, string, 'ids' | 'query'])[] = [
    ['nothing at all', '', ' ', 'ids'],
    ['an id that cannot be one', 'a,<b>', '', 'ids'],
    ['more ids than a list can hold', Array.from({ length: 101 }, (_, at) => at).join(), '', 'ids'],
    ['a search with a word misspelt, which would find everything', '', 'catgory=arts', 'query'],
    ['a full postcode, which must stand in no address', '', 'place=TS18+1AB', 'query'],
    ['a day that is none', '', 'find-day=someday', 'query'],
    ['an address without a search', '', 'https://library.example/whats-on', 'query'],
  ];
  for (const [what, ids, query, attribute] of refused)
    it(`is told of ${what}`, () => {
      assert.deepEqual(listQuery({ ids, query }), { ok: false, failure: attribute });
    });
});
