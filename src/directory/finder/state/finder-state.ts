import type { Failure } from '../../../core/backend/failure.js';
import { type ActivityQuery, emptyQuery, writeQuery } from '../../contract/activity-query.js';
import {
  type SearchEvent,
  type SearchState,
  focusOnAnswer,
  foundIn,
  nextSearch,
  noSearch,
  notAwaited,
  searchFailure,
  searching,
} from '../../activity/state/search-state.js';
import { changed } from './query-changes.js';
import type { FocusTarget } from '../../activity/state/focus-target.js';
import {
  type OpenedActivity,
  type OpenedEvent,
  type ShareState,
  focusOnOpened,
  nextOpened,
  nextShare,
  notShared,
} from '../../activity/state/opened-activity-state.js';
import { type PlaceEvent, type PlaceLine, findingPlace, nextPlace, noPlace } from './place-line.js';

/** The search with its results: how they are looked at. */
export interface SearchPage {
  readonly at: 'search';
  /** Whether results are also shown on a map, or it could not be loaded. */
  readonly map: 'off' | 'on' | 'failed';
  /** Whether the filters are open where there is little room. */
  readonly areFiltersOpen: boolean;
}

/** What a person looks at. `behind` is the search to which they come back. */
export type FinderPage =
  | SearchPage
  | { readonly at: 'saved'; readonly share: ShareState; readonly behind: SearchPage }
  | { readonly at: 'activity'; readonly opened: OpenedActivity; readonly behind: SearchPage };

/** A finder that can be used. */
export interface ReadyFinder {
  readonly at: 'ready';
  /** What is looked for; its answer may not have been asked for yet. */
  readonly query: ActivityQuery;
  readonly place: PlaceLine;
  readonly search: SearchState;
  readonly page: FinderPage;
  /** Where the person was led last. */
  readonly focus: FocusTarget | undefined;
}

export type FinderState =
  { readonly at: 'loading' } | { readonly at: 'failed'; readonly failure: Failure } | ReadyFinder;

/** Where an address says that a finder is. */
export interface FinderStart {
  readonly query: ActivityQuery;
  /** The activity that is open; empty for none. */
  readonly activity: string;
  /** What stands in the line for the place of the query. */
  readonly place: string;
}

type PageEvent =
  /** The person went back or forward in the browser. */
  | { readonly type: 'go-to'; readonly start: FinderStart }
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'show-saved' }
  | { readonly type: 'back' };

type ViewEvent =
  | { readonly type: 'toggle-filters' }
  | { readonly type: 'toggle-map' }
  | { readonly type: 'map-failed' }
  | { readonly type: 'go-to-results' };

type QueryEvent =
  | { readonly type: 'change-query'; readonly query: ActivityQuery }
  /** Asks for what is looked for now. */
  | { readonly type: 'search' }
  /** Looks up the place, searches, and leads to what was found. */
  | { readonly type: 'submit' }
  | { readonly type: 'more' }
  | SearchEvent;

type Known = Extract<PlaceEvent, { type: 'place-found' | 'located' }>;
/** A place that is known has an id by which a directory is searched. */
type WhereEvent = Exclude<PlaceEvent, Known> | (Known & { readonly id: string });

type ReadyEvent = PageEvent | ViewEvent | QueryEvent | WhereEvent | OpenedEvent;

export type FinderEvent =
  /** Words and directory are there. Without `start`, the finder is where it was. */
  | { readonly type: 'begin'; readonly start: FinderStart | undefined }
  | { readonly type: 'load-failed'; readonly failure: Failure }
  | ReadyEvent;

/** A finder that has just come into a page. */
export const newFinder: FinderState = { at: 'loading' };

/** A finder that can be used and has not been yet. */
export const emptyFinder: ReadyFinder = {
  at: 'ready',
  query: emptyQuery,
  place: noPlace,
  search: noSearch,
  page: { at: 'search', map: 'off', areFiltersOpen: false },
  focus: undefined,
};

/** The id of the activity that is open; empty for none. */
export const openId = (page: FinderPage): string => (page.at === 'activity' ? page.opened.id : '');

/** What happens next. An event that means nothing here returns the same state. */
export function next(state: FinderState, event: FinderEvent): FinderState {
  if (event.type === 'begin') return begun(state.at === 'ready' ? state : emptyFinder, event.start);
  if (event.type === 'load-failed')
    return state.at === 'ready' ? state : { at: 'failed', failure: event.failure };
  return state.at === 'ready' ? fromReady(state, event) : state;
}

// Each part of the finder knows its own events, and hands the others on.
function fromReady(state: ReadyFinder, event: ReadyEvent): ReadyFinder {
  switch (event.type) {
    case 'go-to':
      return wentTo(state, event.start);
    case 'open':
      return openId(state.page) === event.id ? state : shown(state, opening(state, event.id));
    case 'show-saved':
      return state.page.at === 'saved' ? state : shown(state, savedPage(state));
    case 'back':
      return state.page.at === 'search' ? state : shown(state, state.page.behind);
    default:
      return inView(state, event);
  }
}

const behindOf = (page: FinderPage): SearchPage => (page.at === 'search' ? page : page.behind);

const savedPage = ({ page }: ReadyFinder): FinderPage => ({
  at: 'saved',
  share: notShared,
  behind: behindOf(page),
});

const opening = ({ page }: ReadyFinder, id: string): FinderPage => ({
  at: 'activity',
  opened: { at: 'loading', id },
  behind: behindOf(page),
});

// Whoever comes back is led to what they came from.
function shown(state: ReadyFinder, page: FinderPage): ReadyFinder {
  const id = openId(state.page);
  const back: FocusTarget = id === '' ? { on: 'saved' } : { on: 'card', id };
  return { ...state, page, focus: page.at === 'search' ? back : { on: 'title' } };
}

const asking = (state: ReadyFinder, isAwaited = false, after = ''): ReadyFinder => ({
  ...state,
  search: searching(state.search, { query: state.query, after }, isAwaited),
});

// Nobody has asked to be anywhere but where they are on the page.
function begun(state: ReadyFinder, start: FinderStart | undefined): ReadyFinder {
  const there = start ? startedAt(state, start) : state;
  return asking({ ...there, focus: state.focus });
}

// An entry of the page's own, or of another finder: what was found is still what is looked for.
function wentTo(state: ReadyFinder, start: FinderStart): ReadyFinder {
  const there = startedAt(state, start);
  return there.query === state.query ? there : asking(there);
}

function startedAt(
  state: ReadyFinder,
  { query, activity, place: label }: FinderStart,
): ReadyFinder {
  const isSame = String(writeQuery(query)) === String(writeQuery(state.query));
  const there: ReadyFinder = {
    ...state,
    query: isSame ? state.query : query,
    place: query.place === '' ? noPlace : { is: 'found', typed: label, label },
  };
  return fromReady(there, activity === '' ? { type: 'back' } : { type: 'open', id: activity });
}

function inView(state: ReadyFinder, event: Exclude<ReadyEvent, PageEvent>): ReadyFinder {
  const { page, search } = state;
  switch (event.type) {
    case 'toggle-filters':
      return onSearchPage(state, { areFiltersOpen: !behindOf(page).areFiltersOpen });
    case 'toggle-map':
      return onSearchPage(state, { map: behindOf(page).map === 'on' ? 'off' : 'on' });
    case 'map-failed':
      return behindOf(page).map === 'on' ? onSearchPage(state, { map: 'failed' }) : state;
    case 'go-to-results': {
      const there = onSearchPage(state, { areFiltersOpen: false });
      const focus = { on: searchFailure(search) ? 'failure' : 'count' } as const;
      return there === state ? state : { ...there, focus };
    }
    default:
      return inSearch(state, event);
  }
}

const onSearchPage = (state: ReadyFinder, change: Partial<SearchPage>): ReadyFinder =>
  state.page.at === 'search' ? { ...state, page: { ...state.page, ...change } } : state;

function inSearch(state: ReadyFinder, event: QueryEvent | WhereEvent | OpenedEvent): ReadyFinder {
  switch (event.type) {
    case 'change-query':
      return { ...stayed(state), query: event.query };
    case 'search':
      return asking(state);
    case 'submit':
      return submitted(state);
    case 'more':
      return withMore(state);
    case 'found':
    case 'search-failed':
      return answered(state, event);
    case 'try-again':
      return state.page.at === 'search' ? triedAgain(state) : inPage(state, event);
    default:
      return inPlace(state, event);
  }
}

// Whoever goes on typing or choosing does not want to be led away any more.
function stayed(state: ReadyFinder): ReadyFinder {
  const { place } = state;
  return {
    ...state,
    search: notAwaited(state.search),
    place: place.is === 'finding' ? { ...place, isAwaited: false } : place,
  };
}

// First the place that was typed, then the search for it, then the way to what was found.
function submitted(state: ReadyFinder): ReadyFinder {
  const { search, query } = state;
  const place = findingPlace(state.place, true);
  if (place.is === 'finding') return place === state.place ? state : { ...state, place };
  if (search.at === 'found' && search.search.query === query)
    return { ...state, focus: { on: 'count' } };
  const isAsked = search.at === 'searching' && search.search.query === query;
  if (isAsked && search.search.after === '')
    return search.isAwaited ? state : { ...state, search: { ...search, isAwaited: true } };
  return asking(state, true);
}

// More of what is on the screen, even where something else is looked for in a moment.
function withMore(state: ReadyFinder): ReadyFinder {
  const found = foundIn(state.search);
  if (state.search.at === 'searching' || found?.page.next === undefined) return state;
  const search = { query: found.asked, after: found.page.next };
  return { ...state, search: searching(state.search, search, true) };
}

function triedAgain(state: ReadyFinder): ReadyFinder {
  const { search, query } = state;
  if (search.at !== 'failed') return state;
  return asking(state, false, search.search.query === query ? search.search.after : '');
}

function answered(state: ReadyFinder, event: SearchEvent): ReadyFinder {
  const search = nextSearch(state.search, event);
  if (search === state.search) return state;
  const focus = state.page.at === 'search' ? focusOnAnswer(state.search, search) : undefined;
  return { ...state, search, focus: focus ?? state.focus };
}

function inPlace(state: ReadyFinder, event: WhereEvent | OpenedEvent): ReadyFinder {
  switch (event.type) {
    case 'type-place': {
      const there = withPlace(stayed(state), event);
      if (event.typed.trim() !== '') return there;
      return { ...there, query: changed(state.query, { place: '', distance: undefined }) };
    }
    case 'place-found':
    case 'located': {
      const there = withPlace(state, event);
      if (there === state) return state;
      const { id: place } = event;
      const here = { ...there, query: changed(state.query, { place }) };
      return isAwaited(state.place) ? asking(here, true) : here;
    }
    case 'place-not-found':
      return withPlace(state, event, isAwaited(state.place) ? { on: 'place' } : undefined);
    case 'location-denied':
      return withPlace(state, event, { on: 'place' });
    case 'find-place':
    case 'find-me':
      return withPlace(state, event);
    default:
      return inPage(state, event);
  }
}

const isAwaited = (place: PlaceLine): boolean => place.is === 'finding' && place.isAwaited;

function withPlace(state: ReadyFinder, event: PlaceEvent, focus = state.focus): ReadyFinder {
  const place = nextPlace(state.place, event);
  return place === state.place ? state : { ...state, place, focus };
}

function inPage(state: ReadyFinder, event: OpenedEvent): ReadyFinder {
  const { page } = state;
  if (page.at === 'saved') {
    const share = nextShare(page.share, event);
    return share === page.share ? state : { ...state, page: { ...page, share } };
  }
  if (page.at !== 'activity') return state;
  const opened = nextOpened(page.opened, event);
  if (opened === page.opened) return state;
  const focus = focusOnOpened(page.opened, opened) ?? state.focus;
  return { ...state, page: { ...page, opened }, focus };
}
