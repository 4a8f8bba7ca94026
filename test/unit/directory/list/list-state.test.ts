import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type ListEvent,
  type ListState,
  type ReadyList,
  newList,
  next,
} from '../../../../src/directory/list/list-state.js';
import {
  answer,
  detailOf,
  focusTold,
  noAnswer,
  openedTold,
  queryFor,
  searchTold,
} from '../finder/state/finders.js';

const offline = { kind: 'offline' } as const;
const load: ListEvent = { type: 'load', wanted: { query: queryFor('choir'), step: 2 } };
const unusable: ListEvent = { type: 'load', wanted: undefined };
const loaded: ListEvent = { type: 'loaded' };
const more: ListEvent = { type: 'more' };
const back: ListEvent = { type: 'back' };
const tryAgain: ListEvent = { type: 'try-again' };
const opening = (id: string): ListEvent => ({ type: 'open', id });
const known = (id: string): ListEvent => ({ type: 'activity-loaded', id, detail: detailOf(id) });

const after = (state: ListState, ...events: readonly ListEvent[]): ListState =>
  events.reduce(next, state);
function ready(state: ListState): ReadyList {
  if (state.at !== 'ready') throw new Error('the list is not there');
  return state;
}
function loading(state: ListState) {
  if (state.at !== 'loading') throw new Error('the list is not on its way');
  return state;
}

const begun = loading(after(newList, load));
const answered = after(begun, answer(begun, ['a', 'b', 'c'], { next: '2' }));
const unanswered = after(begun, noAnswer(begun));
const failed = after(unanswered, loaded);
const shown = ready(after(answered, loaded));
const whole = ready(after(shown, more));
const loadingMore = ready(after(whole, more));
const moreFailed = after(loadingMore, noAnswer(loadingMore));
const opened = ready(after(shown, opening('a')));
const read = after(opened, known('a'));
const openFailed = after(opened, { type: 'activity-failed', id: 'a', failure: offline });

/** A list in one line. */
function told(state: ListState, before: ListState): string {
  if (state.at === 'unusable') return 'unusable';
  if (state.at === 'failed') return `failed ?${state.failure.kind}`;
  if (state.at === 'loading') return `loading [${searchTold(state.search)}]`;
  const was = before.at === 'ready' ? before.focus : undefined;
  const page = state.opened ? openedTold(state.opened) : 'list';
  return `${page} of ${String(state.most)} [${searchTold(state.search)}]${focusTold(was, state.focus)}`;
}

type Line = readonly [title: string, from: ListState, event: ListEvent, to: string];

const table: readonly Line[] = [
  ['what a page asks for is loaded', newList, load, 'loading […choir]'],
  ['what cannot be used is not', newList, unusable, 'unusable'],
  ['what is found waits for its words', begun, answer(begun, ['a']), 'loading [choir=a]'],
  ['what is found is shown with them', answered, loaded, 'list of 2 [choir=abc]'],
  ['a search that failed is said then', unanswered, loaded, 'failed ?offline'],
  [
    'what failed besides is said',
    answered,
    { type: 'load-failed', failure: { kind: 'timeout' } },
    'failed ?timeout',
  ],
  ['it is loaded again', failed, load, 'loading […choir]'],
  ['a page that asks for something else has that', read, load, 'loading […choir]'],
  ['a page may ask for nothing any more', read, unusable, 'unusable'],
  ['more of what has come is shown at once', shown, more, 'list of 4 [choir=abc] ⇒ result 3'],
  ['more of it is asked for', whole, more, 'list of 4 [choir=abc…choir+2→]'],
  [
    'and leads to the first that is new',
    loadingMore,
    answer(loadingMore, ['d']),
    'list of 6 [choir=abcd] ⇒ result 4',
  ],
  [
    'more that does not come is said',
    loadingMore,
    noAnswer(loadingMore),
    'list of 4 [choir=abc ?offline] ⇒ failure',
  ],
  [
    'more that is let go of changes nothing',
    loadingMore,
    noAnswer(loadingMore, 'cancelled'),
    'list of 4 [choir=abc]',
  ],
  ['it is asked for again', moreFailed, tryAgain, 'list of 4 [choir=abc ?offline…choir+2→]'],
  ['an activity is opened', shown, opening('a'), 'a… of 2 [choir=abc] ⇒ title'],
  ['what is known of it is shown', opened, known('a'), 'a of 2 [choir=abc]'],
  [
    'what does not come is said',
    opened,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline of 2 [choir=abc] ⇒ failure',
  ],
  ['it is asked for again, and not more of the list', openFailed, tryAgain, 'a… of 2 [choir=abc]'],
  ['back leads to its card', read, back, 'list of 2 [choir=abc] ⇒ card a'],
  [
    'more takes nobody from an activity',
    after(loadingMore, opening('a')),
    answer(loadingMore, ['d']),
    'a… of 6 [choir=abcd]',
  ],
];

describe('a list', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(told(next(from, event), from), to);
    });
});

const all = after(loadingMore, answer(loadingMore, ['d']));

const meaningless: readonly (readonly [string, ListState, readonly ListEvent[]])[] = [
  ['that nobody can use', after(begun, unusable), [loaded, more, back, opening('a')]],
  ['on its way', begun, [loaded, more, back, tryAgain, opening('a'), known('a')]],
  ['that did not come', failed, [loaded, more, back, tryAgain, opening('a')]],
  [
    'that is shown',
    shown,
    [loaded, { type: 'load-failed', failure: offline }, back, known('a'), answer(begun, ['z'])],
  ],
  ['while more is on its way', loadingMore, [more, tryAgain, answer(begun, ['z'])]],
  ['of which there is no more', all, [more]],
  ['at an activity', read, [opening('a'), tryAgain, known('b')]],
];

describe('an event that means nothing to a list changes nothing', () => {
  for (const [where, state, events] of meaningless)
    for (const event of events)
      it(`${where}: ${event.type}`, () => {
        assert.equal(next(state, event), state);
      });
});
