import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { searchFailure } from '../../../../../src/directory/activity/state/search-state.js';
import {
  type FinderEvent,
  type FinderState,
  newFinder,
  next,
} from '../../../../../src/directory/finder/state/finder-state.js';
import { answer, detailOf, noAnswer, queryFor, told } from './finders.js';
import { type Pick, numbersFrom, pickerFrom } from '../../../random.js';

const offline = { kind: 'offline' } as const;

/** What can come of a search that is on its way; of none, something that means nothing. */
const answers = (state: FinderState, pick: Pick): FinderEvent =>
  state.at === 'ready' && state.search.at === 'searching'
    ? pick([
        answer(state, ['a', 'b'], { next: '2' }),
        answer(state, ['c']),
        answer(state, []),
        noAnswer(state),
        noAnswer(state, 'cancelled'),
      ])
    : { type: 'search' };

/** What can be done with a report, or can come of it. */
function reports(state: FinderState, pick: Pick): FinderEvent {
  const opened =
    state.at === 'ready' && state.page.at === 'activity' ? state.page.opened : undefined;
  if (opened?.at !== 'ready') return { type: 'toggle-report' };
  const { id, report } = opened;
  if (report.is === 'sending')
    return pick([
      { type: 'report-sent', report: report.report },
      { type: 'report-failed', report: report.report, failure: offline },
    ]);
  return report.is === 'open'
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
    { type: 'change-query', query: queryFor(pick(['', 'choir', 'walk'])) },
    { type: 'search' },
    { type: 'submit' },
    { type: 'more' },
    { type: 'try-again' },
    answers(state, pick),
    answers(state, pick),
    reports(state, pick),
    pick<FinderEvent>([
      { type: 'type-place', typed },
      { type: 'find-place' },
      { type: 'find-me' },
      { type: 'place-found', typed, id: typed, label: typed },
      { type: 'place-not-found', typed, is: pick(['unknown', 'failed']) },
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

/** What holds in every state, and for every step. */
function assertValid(before: FinderState, event: FinderEvent, now: FinderState): void {
  if (now.at !== 'ready') {
    assert.notEqual(before.at, 'ready', 'what can be used stays so');
    return;
  }
  const { place, search, page, focus } = now;
  const ids = search.at === 'found' ? search.found.page.items.map((item) => item.id) : [];
  assert.equal(new Set(ids).size, ids.length, 'nothing is found twice');
  if (place.is === 'finding') assert.notEqual(place.typed.trim(), '');
  if (page.at === 'activity' && page.opened.at === 'ready')
    assert.equal(page.opened.detail.activity.id, page.opened.id, 'its own details');
  if (before.at !== 'ready' || event.type === 'begin') return;
  if (focus !== before.focus && focus?.on === 'failure' && page.at === 'search')
    assert.ok(searchFailure(search), 'nobody is led to a failure that is not there');
  if (focus !== before.focus && focus?.on === 'place')
    assert.match(place.is, /unknown|failed|denied/, 'nobody is led to a line without a mistake');
  const isWish = ['change-query', 'type-place', 'place-found', 'located', 'go-to'];
  if (now.query !== before.query) assert.ok(isWish.includes(event.type), 'only a wish is searched');
}

/** The events with which somebody gets on to what they look for. */
function helpfulEvent(state: FinderState): FinderEvent {
  if (state.at !== 'ready') return { type: 'begin', start: undefined };
  const { page, place, search } = state;
  if (page.at !== 'search') return { type: 'back' };
  if (place.is === 'finding')
    return { type: 'place-found', typed: place.typed.trim(), id: 'TS18', label: 'TS18' };
  return search.at === 'searching' ? answer(state, ['a']) : { type: 'submit' };
}

describe('whatever happens to a finder, in whatever order', () => {
  for (const seed of Array.from({ length: 100 }, (_, one) => one * 7919))
    it(`it holds, and the results are never far (seed ${String(seed)})`, () => {
      const pick = pickerFrom(numbersFrom(seed));
      let state: FinderState = newFinder;
      const story: string[] = [];
      for (let step = 0; step < 300; step += 1) {
        const event = randomEvent(state, pick);
        const then = next(state, event);
        story.push(`${event.type} → ${told(then, state)}`);
        try {
          assertValid(state, event, then);
        } catch (error) {
          throw new Error(story.slice(-10).join('\n'), { cause: error });
        }
        state = then;
      }
      for (let step = 0; step < 8; step += 1) state = next(state, helpfulEvent(state));
      assert.match(told(state), /^search [^?…]*$/, 'nobody is stuck');
      assert.ok(state.at === 'ready' && state.search.at === 'found');
      assert.equal(state.search.search.query, state.query, 'what is shown is what was wished for');
    });

  it('these walks come to every kind of place', () => {
    const places = new Set<string>();
    for (let seed = 0; seed < 60; seed += 1) {
      const pick = pickerFrom(numbersFrom(seed));
      let state: FinderState = newFinder;
      for (let step = 0; step < 300; step += 1) {
        state = next(state, randomEvent(state, pick));
        places.add(state.at);
        if (state.at !== 'ready') continue;
        const { page, place, search } = state;
        places.add(`place ${place.is}`).add(`search ${search.at}`).add(`page ${page.at}`);
        if (page.at === 'search') places.add(`map ${page.map}`);
        if (page.at !== 'activity') continue;
        places.add(`activity ${page.opened.at}`);
        if (page.opened.at === 'ready') places.add(`report ${page.opened.report.is}`);
      }
    }
    for (const place of [
      'failed',
      ...['none', 'finding', 'locating', 'found', 'unknown', 'failed', 'denied'].map(
        (is) => `place ${is}`,
      ),
      ...['searching', 'found', 'failed'].map((at) => `search ${at}`),
      ...['search', 'saved', 'activity'].map((at) => `page ${at}`),
      ...['off', 'on', 'failed'].map((map) => `map ${map}`),
      ...['loading', 'failed', 'ready'].map((at) => `activity ${at}`),
      ...['closed', 'open', 'sending', 'sent'].map((is) => `report ${is}`),
    ])
      assert.ok(places.has(place), place);
  });
});
