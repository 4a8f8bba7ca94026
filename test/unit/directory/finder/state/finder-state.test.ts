import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyQuery } from '../../../../../src/directory/contract/activity-query.js';
import { foundIn } from '../../../../../src/directory/activity/state/search-state.js';
import {
  type FinderEvent,
  type FinderState,
  newFinder,
  next,
} from '../../../../../src/directory/finder/state/finder-state.js';
import {
  after,
  answer,
  detailOf,
  noAnswer,
  queryFor,
  ready,
  searchOf,
  summaryOf,
} from './finders.js';

const offline = { kind: 'offline' } as const;
const begin: FinderEvent = { type: 'begin', start: undefined };
const search: FinderEvent = { type: 'search' };
const submit: FinderEvent = { type: 'submit' };
const more: FinderEvent = { type: 'more' };
const back: FinderEvent = { type: 'back' };
const tryAgain: FinderEvent = { type: 'try-again' };
const typing = (text: string): FinderEvent => ({ type: 'change-query', change: queryFor(text) });
const typingPlace = (typed: string): FinderEvent => ({ type: 'type-place', typed });
const opening = (id: string): FinderEvent => ({ type: 'open', id });
const loaded = (id: string): FinderEvent => ({ type: 'activity-loaded', id, detail: detailOf(id) });
const placeFound = (typed: string): FinderEvent => ({
  type: 'place-found',
  typed,
  id: 'TS18',
  label: 'TS18, Stockton',
});
const placeNotFound = (typed: string): FinderEvent => ({
  type: 'place-not-found',
  typed,
  why: 'unknown',
});
const goingTo = (text: string, activity = '', place = ''): FinderEvent => ({
  type: 'go-to',
  start: { query: { ...queryFor(text), place }, activity, place },
});

const failedToLoad = next(newFinder, { type: 'load-failed', failure: offline });
const begun = after(newFinder, begin);
const found = after(begun, answer(begun, ['a', 'b'], { next: '2', total: 4 }));
const typed = after(found, typing('choir'));
const searching = after(typed, search);
const failed = after(searching, noAnswer(searching));
const tryingAgain = after(failed, tryAgain);
const loadingMore = after(found, more);
const moreFailed = after(loadingMore, noAnswer(loadingMore));
const placeTyped = after(found, typingPlace('ts18 1ab'));
const finding = after(placeTyped, { type: 'find-place' });
const submittedPlace = after(finding, submit);
const submitted = after(typed, submit);
const unknown = after(finding, placeNotFound('ts18 1ab'));
const placed = after(finding, placeFound('ts18 1ab'));
const locating = after(found, { type: 'find-me' });
const opened = after(found, opening('a'));
const read = after(opened, loaded('a'));
const openFailed = after(opened, { type: 'activity-failed', id: 'a', failure: offline });
const saved = after(found, { type: 'show-saved' });
const withMap = after(found, { type: 'toggle-map' });
const filtering = after(found, { type: 'toggle-filters' });
const behindMap = after(withMap, opening('a'));

type Row = readonly [title: string, from: FinderState, event: FinderEvent, to: string];

const starting: readonly Row[] = [
  ['searches as soon as it is loaded', newFinder, begin, 'search “” […]'],
  [
    'starts with the search and the activity of the URL without moving the focus',
    newFinder,
    { type: 'begin', start: { query: queryFor('choir'), activity: 'a', place: '' } },
    'a… “choir” […choir]',
  ],
  [
    'shows the place of the URL in the place field',
    newFinder,
    {
      type: 'begin',
      start: { query: { ...emptyQuery, place: '54.56,-1.32' }, activity: '', place: 'Near you' },
    },
    'search “” in 54.56,-1.32 @Near you:found […]',
  ],
  [
    'shows the failure when it cannot be loaded',
    newFinder,
    { type: 'load-failed', failure: offline },
    'failed ?offline',
  ],
  [
    'shows the latest failure when it fails again',
    failedToLoad,
    { type: 'load-failed', failure: { kind: 'timeout' } },
    'failed ?timeout',
  ],
  ['searches when loading succeeds after a failure', failedToLoad, begin, 'search “” […]'],
  [
    'searches for the same again when it was moved to another place on the page',
    typed,
    begin,
    'search “choir” [=ab…choir]',
  ],
];

const inSearches: readonly Row[] = [
  ['shows the results', begun, answer(begun, ['a']), 'search “” [=a]'],
  ['does not search immediately for what is typed', found, typing('choir'), 'search “choir” [=ab]'],
  [
    'does not move the focus of a person who chooses a filter',
    submitted,
    { type: 'toggle-filter', name: 'free', value: 'yes' },
    'search “choir” [=ab…choir]',
  ],
  [
    'forgets a criterion that a person removes',
    typed,
    { type: 'loosen', what: 'text' },
    'search “” [=ab]',
  ],
  ['searches for what is typed after a pause', typed, search, 'search “choir” [=ab…choir]'],
  ['replaces a running search by a newer one', searching, search, 'search “choir” [=ab…choir]'],
  [
    'keeps the earlier results after a failure',
    searching,
    noAnswer(searching),
    'search “choir” [=ab ?offline]',
  ],
  [
    'keeps the earlier results when a search is cancelled',
    searching,
    noAnswer(searching, 'cancelled'),
    'search “choir” [=ab]',
  ],
  [
    'repeats the search when a person tries again, and shows the failure until the response',
    failed,
    tryAgain,
    'search “choir” [=ab ?offline…choir]',
  ],
  [
    'shows the results that follow a failure',
    tryingAgain,
    answer(tryingAgain, ['c']),
    'search “choir” [choir=c]',
  ],
  ['loads the next page of results', found, more, 'search “” [=ab…+2→]'],
  [
    'adds the next page without duplicates and moves the focus to the first new result',
    loadingMore,
    answer(loadingMore, ['b', 'c']),
    'search “” [=abc] ⇒ result 3',
  ],
  [
    'shows the failure when the next page cannot be loaded',
    loadingMore,
    noAnswer(loadingMore),
    'search “” [=ab ?offline] ⇒ failure',
  ],
  [
    'loads the next page again when a person tries again',
    moreFailed,
    tryAgain,
    'search “” [=ab ?offline…+2]',
  ],
  [
    'searches for the changed query when a person tries again',
    after(moreFailed, typing('choir')),
    tryAgain,
    'search “choir” [=ab ?offline…choir]',
  ],
  [
    'loads the next page of the shown results while another query is typed',
    typed,
    more,
    'search “choir” [=ab…+2→]',
  ],
];

const submitting: readonly Row[] = [
  [
    'moves the focus to the results when they are already shown',
    found,
    submit,
    'search “” [=ab] ⇒ count',
  ],
  [
    'searches immediately for what was typed, and will move the focus',
    typed,
    submit,
    'search “choir” [=ab…choir→]',
  ],
  [
    'does not repeat a running search, and will move the focus',
    searching,
    submit,
    'search “choir” [=ab…choir→]',
  ],
  [
    'moves the focus to the results when they arrive',
    submitted,
    answer(submitted, ['c']),
    'search “choir” [choir=c] ⇒ count',
  ],
  [
    'moves the focus to the failure when the search fails',
    submitted,
    noAnswer(submitted),
    'search “choir” [=ab ?offline] ⇒ failure',
  ],
  ['searches again after a failure', failed, submit, 'search “choir” [=ab ?offline…choir→]'],
  [
    'searches from the first page while the next page is loading',
    loadingMore,
    submit,
    'search “” [=ab…→]',
  ],
  [
    'does not move the focus of a person who goes on typing',
    submitted,
    typing('choirs'),
    'search “choirs” [=ab…choir]',
  ],
  [
    'does not move the focus of a person who types another place',
    submitted,
    typingPlace('x'),
    'search “choir” @x:none [=ab…choir]',
  ],
  [
    'looks up the typed place before searching',
    placeTyped,
    submit,
    'search “” @ts18 1ab:finding→ [=ab]',
  ],
  [
    'waits for a place that is being looked up',
    finding,
    submit,
    'search “” @ts18 1ab:finding→ [=ab]',
  ],
  [
    'searches as soon as the place is found',
    submittedPlace,
    placeFound('ts18 1ab'),
    'search “” in TS18 @ts18 1ab:found [=ab…→]',
  ],
  [
    'moves the focus to the place field when the place is unknown',
    submittedPlace,
    placeNotFound('ts18 1ab'),
    'search “” @ts18 1ab:unknown [=ab] ⇒ place',
  ],
  ['looks up an unknown place again', unknown, submit, 'search “” @ts18 1ab:finding→ [=ab]'],
  [
    'does not move the focus of a person who changes the query meanwhile',
    submittedPlace,
    typing('choir'),
    'search “choir” @ts18 1ab:finding [=ab]',
  ],
];

const places: readonly Row[] = [
  [
    'does not search while a place is typed',
    found,
    typingPlace('ts18'),
    'search “” @ts18:none [=ab]',
  ],
  [
    'looks up the place when the field loses the focus',
    placeTyped,
    { type: 'find-place' },
    'search “” @ts18 1ab:finding [=ab]',
  ],
  [
    'adds a place to the query when it is found',
    finding,
    placeFound('ts18 1ab'),
    'search “” in TS18 @ts18 1ab:found [=ab]',
  ],
  [
    'says that a place is unknown',
    finding,
    placeNotFound('ts18 1ab'),
    'search “” @ts18 1ab:unknown [=ab]',
  ],
  [
    'stops looking up a place when another one is typed',
    finding,
    typingPlace('m1'),
    'search “” @m1:none [=ab]',
  ],
  [
    'keeps the earlier place in the query until another one is found',
    placed,
    typingPlace('m1'),
    'search “” in TS18 @m1:none [=ab]',
  ],
  [
    'removes the place from the query when the field is emptied',
    placed,
    typingPlace(' '),
    'search “” @ :none [=ab]',
  ],
  ['asks the device for its position', found, { type: 'find-me' }, 'search “” @:locating [=ab]'],
  [
    'adds the position of the device to the query',
    locating,
    { type: 'located', id: '54.56,-1.32', label: 'Near you' },
    'search “” in 54.56,-1.32 @Near you:found [=ab]',
  ],
  [
    'moves the focus to the place field when the device gives no position',
    locating,
    { type: 'location-denied' },
    'search “” @:denied [=ab] ⇒ place',
  ],
  [
    'does not wait for the device when a person submits',
    locating,
    submit,
    'search “” @:locating [=ab] ⇒ count',
  ],
];

const pages: readonly Row[] = [
  ['opens an activity', found, opening('a'), 'a… “” [=ab] ⇒ title'],
  ['shows the details of an activity once they are loaded', opened, loaded('a'), 'a “” [=ab]'],
  [
    'shows the failure when the details cannot be loaded',
    opened,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline “” [=ab] ⇒ failure',
  ],
  ['loads the details again when a person tries again', openFailed, tryAgain, 'a… “” [=ab]'],
  [
    'moves the focus to the card when a person goes back from an activity',
    read,
    back,
    'search “” [=ab] ⇒ card a',
  ],
  ['opens the shortlist', found, { type: 'show-saved' }, 'saved “” [=ab] ⇒ title'],
  [
    'moves the focus to its button when a person goes back from the shortlist',
    saved,
    back,
    'search “” [=ab] ⇒ saved',
  ],
  ['opens an activity from the shortlist', saved, opening('z'), 'z… “” [=ab] ⇒ title'],
  [
    'goes back to the search when the URL has no activity any more',
    read,
    goingTo(''),
    'search “” [=ab] ⇒ card a',
  ],
  [
    'goes back to another search when the URL has one',
    read,
    goingTo('choir'),
    'search “choir” [=ab…choir] ⇒ card a',
  ],
  ['opens another activity when the URL has one', read, goingTo('', 'b'), 'b… “” [=ab] ⇒ title'],
  [
    'searches at another place when the URL has one',
    found,
    goingTo('', '', 'M1'),
    'search “” in M1 @M1:found [=ab…]',
  ],
  ['removes the place when the URL has none', placed, goingTo(''), 'search “” [=ab…]'],
  [
    'keeps an activity open when results arrive',
    after(loadingMore, opening('a')),
    answer(loadingMore, ['c']),
    'a… “” [=abc]',
  ],
  [
    'says that a link was copied',
    read,
    { type: 'link-copied', isCopied: true },
    'a copied “” [=ab]',
  ],
  [
    'shows the QR code when the link cannot be copied',
    saved,
    { type: 'link-copied', isCopied: false },
    'saved code “” [=ab]',
  ],
  ['opens the filters', found, { type: 'toggle-filters' }, 'search filters “” [=ab]'],
  [
    'closes the filters and moves the focus to the results',
    filtering,
    { type: 'go-to-results' },
    'search “” [=ab] ⇒ count',
  ],
  [
    'moves the focus from the filters to the failure when the search failed',
    failed,
    { type: 'go-to-results' },
    'search “choir” [=ab ?offline] ⇒ failure',
  ],
  ['shows the map', found, { type: 'toggle-map' }, 'search map on “” [=ab]'],
  ['hides the map', withMap, { type: 'toggle-map' }, 'search “” [=ab]'],
  [
    'says that the map cannot be loaded',
    withMap,
    { type: 'map-failed' },
    'search map failed “” [=ab]',
  ],
  [
    'loads the map again when a person asks for it again',
    after(withMap, { type: 'map-failed' }),
    { type: 'toggle-map' },
    'search map on “” [=ab]',
  ],
  [
    'shows the map again when a person goes back from an activity',
    behindMap,
    back,
    'search map on “” [=ab] ⇒ card a',
  ],
];

const tables = {
  'that starts': starting,
  'that searches': inSearches,
  'whose search form is submitted': submitting,
  'that is given a place': places,
  'whose pages change': pages,
} as const;

for (const [what, table] of Object.entries(tables))
  describe(`a finder ${what}`, () => {
    for (const [title, from, event, to] of table)
      it(title, () => {
        assert.equal(summaryOf(next(from, event), from), to);
      });
  });

const earlier = searchOf(begun);
const page: FinderEvent = answer(begun, []);

const ignored: readonly (readonly [string, FinderState, readonly FinderEvent[]])[] = [
  [
    'before anything is loaded',
    newFinder,
    [search, submit, more, back, typing('x'), opening('a'), goingTo('x'), typingPlace('x')],
  ],
  [
    'when nothing could be loaded',
    failedToLoad,
    [search, submit, more, back, tryAgain, goingTo('x')],
  ],
  [
    'while the results are shown',
    found,
    [
      { type: 'load-failed', failure: offline },
      back,
      tryAgain,
      loaded('a'),
      { type: 'toggle-code' },
      { type: 'toggle-report' },
      { type: 'map-failed' },
      placeFound('x'),
      placeNotFound('x'),
      { type: 'find-place' },
      { type: 'location-denied' },
      page,
    ],
  ],
  [
    'while it searches',
    searching,
    [more, tryAgain, page, { type: 'search-failed', search: earlier, failure: offline }],
  ],
  ['while a submitted search is running', submitted, [submit]],
  ['while the next page is loading', loadingMore, [more]],
  [
    'while a place is looked up',
    finding,
    [{ type: 'find-place' }, placeFound('m1'), placeNotFound('m1'), { type: 'location-denied' }],
  ],
  ['while a submitted place is looked up', submittedPlace, [submit, { type: 'find-place' }]],
  ['once a place is found', placed, [{ type: 'find-place' }, placeFound('ts18 1ab')]],
  ['once something else is typed', placeTyped, [placeFound('ts18 1ab')]],
  ['while the device is asked for its position', locating, [{ type: 'find-me' }, placeFound('')]],
  [
    'while an activity is loading',
    opened,
    [
      opening('a'),
      loaded('b'),
      tryAgain,
      { type: 'toggle-code' },
      { type: 'toggle-report' },
      { type: 'toggle-map' },
      { type: 'toggle-filters' },
      { type: 'go-to-results' },
    ],
  ],
  ['while an activity is open', read, [opening('a'), loaded('a'), tryAgain]],
  ['while an activity is open over the map', behindMap, [{ type: 'map-failed' }]],
  [
    'while the shortlist is open',
    saved,
    [{ type: 'show-saved' }, loaded('a'), { type: 'toggle-report' }],
  ],
];

describe('a finder ignores events that do not apply to its state', () => {
  for (const [where, state, events] of ignored)
    for (const event of events)
      it(`${where}: ${event.type}`, () => {
        assert.equal(next(state, event), state);
      });
});

describe('the values of a filter', () => {
  const facets = (...names: readonly string[]) => ({
    facets: { category: Object.fromEntries(names.map((name, index) => [name, 9 - index])) },
  });
  const chosen = { ...emptyQuery, filters: { category: ['arts'] } };
  const offered = after(begun, answer(begun, ['a'], facets('arts', 'music')));
  const narrowed = after(offered, { type: 'change-query', change: chosen }, search);
  const offeredIn = (state: FinderState) => foundIn(ready(state).search)?.offered['category'];

  it('are offered in the order of their counts', () => {
    assert.deepEqual(offeredIn(offered), ['arts', 'music']);
  });
  it('stay the same while the filter is in use, and change once it is not', () => {
    const fewer = after(narrowed, answer(narrowed, ['a'], facets('arts')));
    assert.deepEqual(offeredIn(fewer), ['arts', 'music']);
    const wide = after(fewer, { type: 'change-query', change: emptyQuery }, search);
    assert.deepEqual(offeredIn(after(wide, answer(wide, ['b'], facets('sport')))), ['sport']);
  });
});
