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
  focusSummary,
  noAnswer,
  openedSummary,
  queryFor,
  searchSummary,
} from '../finder/state/finders.js';

const offline = { kind: 'offline' } as const;
const load: ListEvent = { type: 'load', request: { query: queryFor('choir'), pageSize: 2 } };
const unusable: ListEvent = { type: 'load', request: undefined };
const loaded: ListEvent = { type: 'loaded' };
const more: ListEvent = { type: 'more' };
const back: ListEvent = { type: 'back' };
const tryAgain: ListEvent = { type: 'try-again' };
const opening = (id: string): ListEvent => ({ type: 'open', id });
const known = (id: string): ListEvent => ({ type: 'activity-loaded', id, detail: detailOf(id) });

const after = (state: ListState, ...events: readonly ListEvent[]): ListState =>
  events.reduce(next, state);
function ready(state: ListState): ReadyList {
  if (state.at !== 'ready') throw new Error('the list is not ready');
  return state;
}
function loading(state: ListState) {
  if (state.at !== 'loading') throw new Error('the list is not loading');
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

/** A list as a short text. */
function summaryOf(state: ListState, before: ListState): string {
  if (state.at === 'unusable') return 'unusable';
  if (state.at === 'failed') return `failed ?${state.failure.kind}`;
  if (state.at === 'loading') return `loading [${searchSummary(state.search)}]`;
  const was = before.at === 'ready' ? before.focus : undefined;
  const page = state.opened ? openedSummary(state.opened) : 'list';
  return `${page} of ${String(state.shownCount)} [${searchSummary(state.search)}]${focusSummary(was, state.focus)}`;
}

type Row = readonly [title: string, from: ListState, event: ListEvent, to: string];

const table: readonly Row[] = [
  ['loads what the attributes ask for', newList, load, 'loading […choir]'],
  ['is unusable when its attributes are invalid', newList, unusable, 'unusable'],
  [
    'keeps the results until its messages are loaded',
    begun,
    answer(begun, ['a']),
    'loading [choir=a]',
  ],
  ['shows the results once its messages are loaded', answered, loaded, 'list of 2 [choir=abc]'],
  ['shows a failed search once its messages are loaded', unanswered, loaded, 'failed ?offline'],
  [
    'shows the failure when its messages cannot be loaded',
    answered,
    { type: 'load-failed', failure: { kind: 'timeout' } },
    'failed ?timeout',
  ],
  ['loads again after a failure', failed, load, 'loading […choir]'],
  ['loads what changed attributes ask for', read, load, 'loading […choir]'],
  ['is unusable when its attributes become invalid', read, unusable, 'unusable'],
  ['shows more of the loaded results immediately', shown, more, 'list of 4 [choir=abc] ⇒ result 3'],
  [
    'loads more results when all loaded ones are shown',
    whole,
    more,
    'list of 4 [choir=abc…choir+2→]',
  ],
  [
    'moves the focus to the first new result',
    loadingMore,
    answer(loadingMore, ['d']),
    'list of 6 [choir=abcd] ⇒ result 4',
  ],
  [
    'shows the failure when more results cannot be loaded',
    loadingMore,
    noAnswer(loadingMore),
    'list of 4 [choir=abc ?offline] ⇒ failure',
  ],
  [
    'keeps its results when loading more is cancelled',
    loadingMore,
    noAnswer(loadingMore, 'cancelled'),
    'list of 4 [choir=abc]',
  ],
  [
    'loads more results again when a person tries again',
    moreFailed,
    tryAgain,
    'list of 4 [choir=abc ?offline…choir+2→]',
  ],
  ['opens an activity', shown, opening('a'), 'a… of 2 [choir=abc] ⇒ title'],
  [
    'shows the details of an activity once they are loaded',
    opened,
    known('a'),
    'a of 2 [choir=abc]',
  ],
  [
    'shows the failure when the details cannot be loaded',
    opened,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline of 2 [choir=abc] ⇒ failure',
  ],
  [
    'loads only the details again when they failed to load',
    openFailed,
    tryAgain,
    'a… of 2 [choir=abc]',
  ],
  [
    'moves the focus to the card when a person goes back from an activity',
    read,
    back,
    'list of 2 [choir=abc] ⇒ card a',
  ],
  [
    'keeps an activity open when more results are loaded',
    after(loadingMore, opening('a')),
    answer(loadingMore, ['d']),
    'a… of 6 [choir=abcd]',
  ],
];

describe('a list', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(summaryOf(next(from, event), from), to);
    });
});

const all = after(loadingMore, answer(loadingMore, ['d']));

const ignored: readonly (readonly [string, ListState, readonly ListEvent[]])[] = [
  ['when it is unusable', after(begun, unusable), [loaded, more, back, opening('a')]],
  ['while it is loading', begun, [loaded, more, back, tryAgain, opening('a'), known('a')]],
  ['when it could not be loaded', failed, [loaded, more, back, tryAgain, opening('a')]],
  [
    'while it is shown',
    shown,
    [loaded, { type: 'load-failed', failure: offline }, back, known('a'), answer(begun, ['z'])],
  ],
  ['while more results are loading', loadingMore, [more, tryAgain, answer(begun, ['z'])]],
  ['when there are no more results', all, [more]],
  ['while an activity is open', read, [opening('a'), tryAgain, known('b')]],
];

describe('a list ignores events that do not apply to its state', () => {
  for (const [where, state, events] of ignored)
    for (const event of events)
      it(`${where}: ${event.type}`, () => {
        assert.equal(next(state, event), state);
      });
});
