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
import { after, answer, detailOf, noAnswer, queryFor, ready, searchOf, told } from './finders.js';

const offline = { kind: 'offline' } as const;
const begin: FinderEvent = { type: 'begin', start: undefined };
const search: FinderEvent = { type: 'search' };
const submit: FinderEvent = { type: 'submit' };
const more: FinderEvent = { type: 'more' };
const back: FinderEvent = { type: 'back' };
const tryAgain: FinderEvent = { type: 'try-again' };
const typing = (text: string): FinderEvent => ({ type: 'change-query', query: queryFor(text) });
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
  is: 'unknown',
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

type Line = readonly [title: string, from: FinderState, event: FinderEvent, to: string];

const coming: readonly Line[] = [
  ['what is loaded is searched at once', newFinder, begin, 'search “” […]'],
  [
    'an address begins with its search, and takes nobody’s focus',
    newFinder,
    { type: 'begin', start: { query: queryFor('choir'), activity: 'a', place: '' } },
    'a… “choir” […choir]',
  ],
  [
    'a place in an address stands in its line',
    newFinder,
    {
      type: 'begin',
      start: { query: { ...emptyQuery, place: '54.56,-1.32' }, activity: '', place: 'Near you' },
    },
    'search “” in 54.56,-1.32 @Near you:found […]',
  ],
  [
    'what cannot be loaded is said',
    newFinder,
    { type: 'load-failed', failure: offline },
    'failed ?offline',
  ],
  [
    'another failure is another',
    failedToLoad,
    { type: 'load-failed', failure: { kind: 'timeout' } },
    'failed ?timeout',
  ],
  ['what is loaded after a failure is searched', failedToLoad, begin, 'search “” […]'],
  [
    'a finder that was moved searches again for the same',
    typed,
    begin,
    'search “choir” [=ab…choir]',
  ],
];

const inSearches: readonly Line[] = [
  ['what is found is shown', begun, answer(begun, ['a']), 'search “” [=a]'],
  ['what is typed is not searched yet', found, typing('choir'), 'search “choir” [=ab]'],
  ['what is typed is searched after a pause', typed, search, 'search “choir” [=ab…choir]'],
  ['a newer search is the one that counts', searching, search, 'search “choir” [=ab…choir]'],
  [
    'a failure keeps what was found',
    searching,
    noAnswer(searching),
    'search “choir” [=ab ?offline]',
  ],
  [
    'a search that was let go of leaves what was there',
    searching,
    noAnswer(searching, 'cancelled'),
    'search “choir” [=ab]',
  ],
  [
    'trying again asks the same, and the failure stays until the answer',
    failed,
    tryAgain,
    'search “choir” [=ab ?offline…choir]',
  ],
  [
    'an answer after a failure is shown',
    tryingAgain,
    answer(tryingAgain, ['c']),
    'search “choir” [choir=c]',
  ],
  ['more is asked for from there', found, more, 'search “” [=ab…+2→]'],
  [
    'more is joined, once each, and leads to the first of it',
    loadingMore,
    answer(loadingMore, ['b', 'c']),
    'search “” [=abc] ⇒ result 3',
  ],
  [
    'more that does not come is said',
    loadingMore,
    noAnswer(loadingMore),
    'search “” [=ab ?offline] ⇒ failure',
  ],
  ['trying again asks for more', moreFailed, tryAgain, 'search “” [=ab ?offline…+2]'],
  [
    'trying again asks for what is looked for now',
    after(moreFailed, typing('choir')),
    tryAgain,
    'search “choir” [=ab ?offline…choir]',
  ],
  ['more is of what is on the screen', typed, more, 'search “choir” [=ab…+2→]'],
];

const submitting: readonly Line[] = [
  ['what is found already is led to', found, submit, 'search “” [=ab] ⇒ count'],
  ['what was typed is searched, and waited for', typed, submit, 'search “choir” [=ab…choir→]'],
  ['what is on its way is not asked for twice', searching, submit, 'search “choir” [=ab…choir→]'],
  ['the answer is led to', submitted, answer(submitted, ['c']), 'search “choir” [choir=c] ⇒ count'],
  ['so is a failure', submitted, noAnswer(submitted), 'search “choir” [=ab ?offline] ⇒ failure'],
  ['after a failure it is asked for again', failed, submit, 'search “choir” [=ab ?offline…choir→]'],
  ['instead of more, all of it is asked for', loadingMore, submit, 'search “” [=ab…→]'],
  ['whoever types on is not led away', submitted, typing('choirs'), 'search “choirs” [=ab…choir]'],
  [
    'whoever types another place is not led away',
    submitted,
    typingPlace('x'),
    'search “choir” @x:none [=ab…choir]',
  ],
  ['the place is looked up first', placeTyped, submit, 'search “” @ts18 1ab:finding→ [=ab]'],
  [
    'the place that is being looked up is waited for',
    finding,
    submit,
    'search “” @ts18 1ab:finding→ [=ab]',
  ],
  [
    'a place that is found is searched at once',
    submittedPlace,
    placeFound('ts18 1ab'),
    'search “” in TS18 @ts18 1ab:found [=ab…→]',
  ],
  [
    'a place that nobody knows leads to its line',
    submittedPlace,
    placeNotFound('ts18 1ab'),
    'search “” @ts18 1ab:unknown [=ab] ⇒ place',
  ],
  [
    'a place that nobody knew is looked up again',
    unknown,
    submit,
    'search “” @ts18 1ab:finding→ [=ab]',
  ],
  [
    'whoever goes on choosing is not led away from that',
    submittedPlace,
    typing('choir'),
    'search “choir” @ts18 1ab:finding [=ab]',
  ],
];

const places: readonly Line[] = [
  [
    'a place that is typed changes nothing yet',
    found,
    typingPlace('ts18'),
    'search “” @ts18:none [=ab]',
  ],
  [
    'leaving the line looks it up',
    placeTyped,
    { type: 'find-place' },
    'search “” @ts18 1ab:finding [=ab]',
  ],
  [
    'a place that is found is looked for',
    finding,
    placeFound('ts18 1ab'),
    'search “” in TS18 @ts18 1ab:found [=ab]',
  ],
  [
    'a place that nobody knows is said',
    finding,
    placeNotFound('ts18 1ab'),
    'search “” @ts18 1ab:unknown [=ab]',
  ],
  ['typing on makes the question another', finding, typingPlace('m1'), 'search “” @m1:none [=ab]'],
  [
    'another place keeps the old one until it is found',
    placed,
    typingPlace('m1'),
    'search “” in TS18 @m1:none [=ab]',
  ],
  ['an empty line is everywhere', placed, typingPlace(' '), 'search “” @ :none [=ab]'],
  ['the device is asked', found, { type: 'find-me' }, 'search “” @:locating [=ab]'],
  [
    'what the device says is looked for',
    locating,
    { type: 'located', id: '54.56,-1.32', label: 'Near you' },
    'search “” in 54.56,-1.32 @Near you:found [=ab]',
  ],
  [
    'a device that does not say leads to the line',
    locating,
    { type: 'location-denied' },
    'search “” @:denied [=ab] ⇒ place',
  ],
  ['searching does not wait for a device', locating, submit, 'search “” @:locating [=ab] ⇒ count'],
];

const pages: readonly Line[] = [
  ['an activity is opened', found, opening('a'), 'a… “” [=ab] ⇒ title'],
  ['what is known of it is shown', opened, loaded('a'), 'a “” [=ab]'],
  [
    'what does not come is said',
    opened,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline “” [=ab] ⇒ failure',
  ],
  ['it is asked for again', openFailed, tryAgain, 'a… “” [=ab]'],
  ['back leads to its card', read, back, 'search “” [=ab] ⇒ card a'],
  ['the shortlist is opened', found, { type: 'show-saved' }, 'saved “” [=ab] ⇒ title'],
  ['back from there leads to its button', saved, back, 'search “” [=ab] ⇒ saved'],
  ['an activity is opened from there', saved, opening('z'), 'z… “” [=ab] ⇒ title'],
  ['the address leads back', read, goingTo(''), 'search “” [=ab] ⇒ card a'],
  [
    'the address leads to another search',
    read,
    goingTo('choir'),
    'search “choir” [=ab…choir] ⇒ card a',
  ],
  ['the address leads to another activity', read, goingTo('', 'b'), 'b… “” [=ab] ⇒ title'],
  [
    'the address leads to another place',
    found,
    goingTo('', '', 'M1'),
    'search “” in M1 @M1:found [=ab…]',
  ],
  ['a place that is not in the address is none', placed, goingTo(''), 'search “” [=ab…]'],
  [
    'an answer takes nobody from an activity',
    after(loadingMore, opening('a')),
    answer(loadingMore, ['c']),
    'a… “” [=abc]',
  ],
  ['the link is copied', read, { type: 'link-copied', isCopied: true }, 'a copied “” [=ab]'],
  [
    'a link that cannot be copied is shown as a code',
    saved,
    { type: 'link-copied', isCopied: false },
    'saved code “” [=ab]',
  ],
  ['filters are opened', found, { type: 'toggle-filters' }, 'search filters “” [=ab]'],
  [
    'filters lead to what was found, and are closed',
    filtering,
    { type: 'go-to-results' },
    'search “” [=ab] ⇒ count',
  ],
  [
    'filters lead to a failure',
    failed,
    { type: 'go-to-results' },
    'search “choir” [=ab ?offline] ⇒ failure',
  ],
  ['the map is shown', found, { type: 'toggle-map' }, 'search map on “” [=ab]'],
  ['the map is hidden', withMap, { type: 'toggle-map' }, 'search “” [=ab]'],
  [
    'a map that does not come is said',
    withMap,
    { type: 'map-failed' },
    'search map failed “” [=ab]',
  ],
  [
    'it can be asked for again',
    after(withMap, { type: 'map-failed' }),
    { type: 'toggle-map' },
    'search map on “” [=ab]',
  ],
  ['the map is there again after an activity', behindMap, back, 'search map on “” [=ab] ⇒ card a'],
];

const tables = { coming, searching: inSearches, submitting, places, pages } as const;

for (const [what, table] of Object.entries(tables))
  describe(`a finder, ${what}`, () => {
    for (const [title, from, event, to] of table)
      it(title, () => {
        assert.equal(told(next(from, event), from), to);
      });
  });

const earlier = searchOf(begun);
const page: FinderEvent = answer(begun, []);

const meaningless: readonly (readonly [string, FinderState, readonly FinderEvent[]])[] = [
  [
    'before anything is loaded',
    newFinder,
    [search, submit, more, back, typing('x'), opening('a'), goingTo('x'), typingPlace('x')],
  ],
  [
    'where nothing could be loaded',
    failedToLoad,
    [search, submit, more, back, tryAgain, goingTo('x')],
  ],
  [
    'once it can be used',
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
  ['while the answer is waited for', submitted, [submit]],
  ['while more is on its way', loadingMore, [more]],
  [
    'while a place is looked up',
    finding,
    [{ type: 'find-place' }, placeFound('m1'), placeNotFound('m1'), { type: 'location-denied' }],
  ],
  ['while that is waited for', submittedPlace, [submit, { type: 'find-place' }]],
  ['once a place is found', placed, [{ type: 'find-place' }, placeFound('ts18 1ab')]],
  ['once something else is typed', placeTyped, [placeFound('ts18 1ab')]],
  ['while the device is asked', locating, [{ type: 'find-me' }, placeFound('')]],
  [
    'at an activity on its way',
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
  ['at an activity', read, [opening('a'), loaded('a'), tryAgain]],
  ['behind which there is a map', behindMap, [{ type: 'map-failed' }]],
  ['at the shortlist', saved, [{ type: 'show-saved' }, loaded('a'), { type: 'toggle-report' }]],
];

describe('an event that means nothing to a finder changes nothing', () => {
  for (const [where, state, events] of meaningless)
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
  const narrowed = after(offered, { type: 'change-query', query: chosen }, search);
  const offeredIn = (state: FinderState) => foundIn(ready(state).search)?.offered['category'];

  it('stand in the order of how many there are', () => {
    assert.deepEqual(offeredIn(offered), ['arts', 'music']);
  });
  it('stay while the filter is in use, and go with it', () => {
    const fewer = after(narrowed, answer(narrowed, ['a'], facets('arts')));
    assert.deepEqual(offeredIn(fewer), ['arts', 'music']);
    const wide = after(fewer, { type: 'change-query', query: emptyQuery }, search);
    assert.deepEqual(offeredIn(after(wide, answer(wide, ['b'], facets('sport')))), ['sport']);
  });
});
