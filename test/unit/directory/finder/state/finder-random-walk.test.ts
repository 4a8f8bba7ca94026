import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchFailure } from '../../../../../src/directory/activity/state/search-state.js';
import {
  type FinderEvent,
  type FinderState,
  newFinder,
  next,
} from '../../../../../src/directory/finder/state/finder-state.js';
import { answer, detailOf, noAnswer, queryFor, summaryOf } from './finders.js';
import { type Pick, numbersFrom, pickerFrom } from '../../../random.js';

const offline = { kind: 'offline' } as const;

/** A possible outcome of the running search; an event that is ignored when none is running. */
const randomAnswer = (state: FinderState, pick: Pick): FinderEvent =>
  state.at === 'ready' && state.search.at === 'searching'
    ? pick([
        answer(state, ['a', 'b'], { next: '2' }),
        answer(state, ['c']),
        answer(state, []),
        noAnswer(state),
        noAnswer(state, 'cancelled'),
      ])
    : { type: 'search' };

/** Something that a person can do with a report, or a possible outcome of sending it. */
function randomReport(state: FinderState, pick: Pick): FinderEvent {
  const opened =
    state.at === 'ready' && state.page.at === 'activity' ? state.page.opened : undefined;
  if (opened?.at !== 'ready') return { type: 'toggle-report' };
  const { id, report } = opened;
  if (report.at === 'sending')
    return pick([
      { type: 'report-sent', report: report.report },
      { type: 'report-failed', report: report.report, failure: offline },
    ]);
  return report.at === 'open'
    ? { type: 'send-report', kind: pick([undefined, 'time']), text: id }
    : { type: 'toggle-report' };
}

function randomEvent(state: FinderState, pick: Pick): FinderEvent {
  const id = pick(['a', 'b', 'c']);
  const typed = pick(['', 'ts18', 'm1']);
  const start = {
    query: { ...queryFor(pick(['', 'choir'])), place: typed },
    activity: pick(['', '', id]),
    place: typed,
  };
  return pick<FinderEvent>([
    pick<FinderEvent>([
      { type: 'begin', start },
      { type: 'begin', start: undefined },
    ]),
    pick<FinderEvent>([
      { type: 'load-failed', failure: offline },
      { type: 'go-to', start },
    ]),
    pick<FinderEvent>([
      { type: 'change-query', change: queryFor(pick(['', 'choir', 'walk'])) },
      { type: 'toggle-filter', name: 'free', value: 'yes' },
      { type: 'loosen', what: pick(['free', 'text', 'place', 'distance']) },
    ]),
    { type: 'search' },
    { type: 'submit' },
    { type: 'more' },
    { type: 'try-again' },
    randomAnswer(state, pick),
    randomAnswer(state, pick),
    randomReport(state, pick),
    pick<FinderEvent>([
      { type: 'type-place', typed },
      { type: 'find-place' },
      { type: 'find-me' },
      { type: 'place-found', typed, id: typed, label: typed },
      { type: 'place-not-found', typed, why: pick(['unknown', 'failed']) },
      { type: 'located', id: '54.56,-1.32', label: 'Near you' },
      { type: 'location-denied' },
    ]),
    pick<FinderEvent>([
      { type: 'open', id },
      { type: 'activity-loaded', id, detail: detailOf(id) },
      { type: 'activity-failed', id, failure: offline },
      { type: 'show-saved' },
      { type: 'back' },
    ]),
    pick<FinderEvent>([
      { type: 'toggle-filters' },
      { type: 'toggle-map' },
      { type: 'map-failed' },
      { type: 'go-to-results' },
      { type: 'toggle-code' },
      { type: 'link-copied', isCopied: pick([true, false]) },
    ]),
  ]);
}

/** Asserts what must be true of every state, and of every step to it. */
function assertValid(before: FinderState, event: FinderEvent, now: FinderState): void {
  if (now.at !== 'ready') {
    assert.notEqual(before.at, 'ready', 'a finder that is ready stays ready');
    return;
  }
  const { place, search, page, focus } = now;
  const ids = search.at === 'found' ? search.found.page.items.map((item) => item.id) : [];
  assert.equal(new Set(ids).size, ids.length, 'no activity is in the results twice');
  if (place.at === 'finding') assert.notEqual(place.typed.trim(), '');
  if (page.at === 'activity' && page.opened.at === 'ready')
    assert.equal(
      page.opened.detail.activity.id,
      page.opened.id,
      'the details are those of the open activity',
    );
  if (before.at !== 'ready' || event.type === 'begin') return;
  if (focus !== before.focus && focus?.on === 'failure' && page.at === 'search')
    assert.ok(searchFailure(search), 'the focus moves to a failure only when there is one');
  if (focus !== before.focus && focus?.on === 'place')
    assert.match(
      place.at,
      /unknown|failed|denied/,
      'the focus moves to the place field only when it has an error',
    );
  const changesQuery = [
    ...['change-query', 'toggle-filter', 'loosen', 'go-to'],
    ...['type-place', 'place-found', 'located'],
  ];
  if (now.query !== before.query)
    assert.ok(changesQuery.includes(event.type), 'only events of the query change it');
}

/** The next event on the way to results. */
function helpfulEvent(state: FinderState): FinderEvent {
  if (state.at !== 'ready') return { type: 'begin', start: undefined };
  const { page, place, search } = state;
  if (page.at !== 'search') return { type: 'back' };
  if (place.at === 'finding')
    return { type: 'place-found', typed: place.typed.trim(), id: 'TS18', label: 'TS18' };
  return search.at === 'searching' ? answer(state, ['a']) : { type: 'submit' };
}

describe('a finder after any sequence of events', () => {
  for (const seed of Array.from({ length: 100 }, (_, one) => one * 7919))
    it(`is in a valid state, from which a person can reach the results (seed ${String(seed)})`, () => {
      const pick = pickerFrom(numbersFrom(seed));
      let state: FinderState = newFinder;
      const steps: string[] = [];
      for (let step = 0; step < 300; step += 1) {
        const event = randomEvent(state, pick);
        const then = next(state, event);
        steps.push(`${event.type} → ${summaryOf(then, state)}`);
        try {
          assertValid(state, event, then);
        } catch (error) {
          throw new Error(steps.slice(-10).join('\n'), { cause: error });
        }
        state = then;
      }
      for (let step = 0; step < 8; step += 1) state = next(state, helpfulEvent(state));
      assert.match(summaryOf(state), /^search [^?…]*$/, 'the results can be reached');
      assert.ok(state.at === 'ready' && state.search.at === 'found');
      assert.equal(state.search.search.query, state.query, 'the results are those of the query');
    });

  it('reaches every kind of state', () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const pick = pickerFrom(numbersFrom(seed));
      let state: FinderState = newFinder;
      for (let step = 0; step < 300; step += 1) {
        state = next(state, randomEvent(state, pick));
        kinds.add(state.at);
        if (state.at !== 'ready') continue;
        const { page, place, search } = state;
        kinds.add(`place ${place.at}`).add(`search ${search.at}`).add(`page ${page.at}`);
        if (page.at === 'search') kinds.add(`map ${page.map}`);
        if (page.at !== 'activity') continue;
        kinds.add(`activity ${page.opened.at}`);
        if (page.opened.at === 'ready') kinds.add(`report ${page.opened.report.at}`);
      }
    }
    for (const place of [
      'failed',
      ...['none', 'finding', 'locating', 'found', 'unknown', 'failed', 'denied'].map(
        (at) => `place ${at}`,
      ),
      ...['searching', 'found', 'failed'].map((at) => `search ${at}`),
      ...['search', 'saved', 'activity'].map((at) => `page ${at}`),
      ...['off', 'on', 'failed'].map((map) => `map ${map}`),
      ...['loading', 'failed', 'ready'].map((at) => `activity ${at}`),
      ...['closed', 'open', 'sending', 'sent'].map((at) => `report ${at}`),
    ])
      assert.ok(kinds.has(place), place);
  });
});
