import type { Failure } from '../../../core/backend/failure.js';
import {
  type ActivityQuery,
  type FilterName,
  emptyQuery,
  writeQuery,
} from '../../contract/activity-query.js';
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
import { changed, loosened, toggled } from './query-changes.js';
import type { FinderPlace } from '../../activity/state/finder-place.js';
import type { FocusTarget } from '../../activity/state/focus-target.js';
import {
  type ActivityEvent,
  type OpenedActivity,
  type OpenedEvent,
  type ShareState,
  focusOnOpened,
  nextOpened,
  nextShare,
  notShared,
} from '../../activity/state/opened-activity-state.js';
import {
  type PlaceEvent,
  type PlaceField,
  findingPlace,
  nextPlace,
  noPlace,
} from './place-field.js';

/** The search page, and how it shows the results. */
export interface SearchPage {
  readonly at: 'search';
  /** Whether results are also shown on a map, or it could not be loaded. */
  readonly map: 'off' | 'on' | 'failed';
  /** Whether the filters are shown on a narrow screen. */
  readonly areFiltersOpen: boolean;
}

/** The page that is shown. `behind` is the search page to which a person returns. */
export type FinderPage =
  | SearchPage
  | { readonly at: 'saved'; readonly share: ShareState; readonly behind: SearchPage }
  | { readonly at: 'activity'; readonly opened: OpenedActivity; readonly behind: SearchPage };

/** A finder that is loaded. */
export interface ReadyFinder {
  readonly at: 'ready';
  /** The current query; its search may not have started yet. */
  readonly query: ActivityQuery;
  readonly place: PlaceField;
  readonly search: SearchState;
  readonly page: FinderPage;
  /** Where the focus was moved last. */
  readonly focus: FocusTarget | undefined;
}

export type FinderState =
  { readonly at: 'loading' } | { readonly at: 'failed'; readonly failure: Failure } | ReadyFinder;

/** The state that a URL asks for. */
export interface FinderStart extends FinderPlace {
  /** The label of the query's place. */
  readonly place: string;
}

type ReadyEvent =
  /** The person went back or forward in the browser. */
  | { readonly type: 'go-to'; readonly start: FinderStart }
  | { readonly type: 'show-saved' }
  | { readonly type: 'toggle-filters' }
  | { readonly type: 'toggle-map' }
  | { readonly type: 'map-failed' }
  | { readonly type: 'go-to-results' }
  /** Changes the query; `isTyping` if further changes are likely to follow. */
  | {
      readonly type: 'change-query';
      readonly change: Partial<ActivityQuery>;
      readonly isTyping?: boolean;
    }
  | { readonly type: 'toggle-filter'; readonly name: FilterName; readonly value: string }
  /** Removes a criterion: a filter, `text`, `place` or `distance`. */
  | { readonly type: 'loosen'; readonly what: string }
  /** Searches for the current query. */
  | { readonly type: 'search' }
  /** Looks up the place, searches, and moves the focus to the results. */
  | { readonly type: 'submit' }
  | { readonly type: 'more' }
  | SearchEvent
  | PlaceEvent
  | ActivityEvent;

export type FinderEvent =
  /** Messages and directory are loaded. Without `start`, the finder stays in its state. */
  | { readonly type: 'begin'; readonly start: FinderStart | undefined }
  | { readonly type: 'load-failed'; readonly failure: Failure }
  | ReadyEvent;

/** The state of a new finder. */
export const newFinder: FinderState = { at: 'loading' };

/** A finder that is loaded and has not been used. */
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

/** Whether a search for the current query is running. */
export const isAsked = ({ search, query }: ReadyFinder): boolean =>
  search.at === 'searching' && search.search.query === query;

/** The state after an event; the same state if the event does not apply. */
export function next(state: FinderState, event: FinderEvent): FinderState {
  if (event.type === 'begin') {
    const before = state.at === 'ready' ? state : emptyFinder;
    const there = event.start ? startedAt(before, event.start) : before;
    // Loading does not move the focus.
    return asking({ ...there, focus: before.focus });
  }
  if (event.type === 'load-failed')
    return state.at === 'ready' ? state : { at: 'failed', failure: event.failure };
  return state.at === 'ready' ? fromReady(state, event) : state;
}

function fromReady(state: ReadyFinder, event: ReadyEvent): ReadyFinder {
  const { page, query, search } = state;
  const behind = page.at === 'search' ? page : page.behind;
  switch (event.type) {
    case 'go-to': {
      // The history entry may be one of the page itself: the query is then the same, and so are its results.
      const there = startedAt(state, event.start);
      return there.query === query ? there : asking(there);
    }
    case 'open': {
      const { id } = event;
      if (openId(page) === id) return state;
      return withPage(state, { at: 'activity', opened: { at: 'loading', id }, behind });
    }
    case 'show-saved':
      return page.at === 'saved'
        ? state
        : withPage(state, { at: 'saved', share: notShared, behind });
    case 'back':
      return page.at === 'search' ? state : withPage(state, behind);
    case 'toggle-filters':
      return onSearchPage(state, { areFiltersOpen: !behind.areFiltersOpen });
    case 'toggle-map':
      return onSearchPage(state, { map: behind.map === 'on' ? 'off' : 'on' });
    case 'map-failed':
      return behind.map === 'on' ? onSearchPage(state, { map: 'failed' }) : state;
    case 'go-to-results': {
      const there = onSearchPage(state, { areFiltersOpen: false });
      const focus = { on: searchFailure(search) ? 'failure' : 'count' } as const;
      return there === state ? state : { ...there, focus };
    }
    case 'change-query':
      return withQuery(state, changed(query, event.change));
    case 'toggle-filter':
      return withQuery(state, toggled(query, event.name, event.value));
    case 'loosen':
      return withQuery(state, loosened(query, event.what));
    case 'search':
      return asking(state);
    case 'submit':
      return submitted(state);
    case 'more': {
      // More of the results that are shown, even if the query has changed since.
      const { asked, page: { next: after } = {} } = foundIn(search) ?? {};
      if (search.at === 'searching' || !asked || after === undefined) return state;
      return { ...state, search: searching(search, { query: asked, after }, true) };
    }
    case 'found':
    case 'search-failed': {
      const answered = nextSearch(search, event);
      if (answered === search) return state;
      const focus = page.at === 'search' ? focusOnAnswer(search, answered) : undefined;
      return { ...state, search: answered, focus: focus ?? state.focus };
    }
    case 'type-place': {
      const there = { ...notMoved(state), place: nextPlace(state.place, event) };
      if (event.typed.trim() !== '') return there;
      return { ...there, query: changed(query, { place: '', distance: undefined }) };
    }
    case 'find-place':
    case 'find-me':
    case 'place-found':
    case 'place-not-found':
    case 'located':
    case 'location-denied':
      return fromPlace(state, event);
    case 'try-again':
      if (page.at !== 'search') return inPage(state, event);
      if (search.at !== 'failed') return state;
      return asking(state, false, search.search.query === query ? search.search.after : '');
    default:
      return inPage(state, event);
  }
}

// The focus moves to the title, and back to the button that led away from the search page.
function withPage(state: ReadyFinder, page: FinderPage): ReadyFinder {
  const id = openId(state.page);
  const back: FocusTarget = id === '' ? { on: 'saved' } : { on: 'card', id };
  return { ...state, page, focus: page.at === 'search' ? back : { on: 'title' } };
}

const onSearchPage = (state: ReadyFinder, change: Partial<SearchPage>): ReadyFinder =>
  state.page.at === 'search' ? { ...state, page: { ...state.page, ...change } } : state;

const withQuery = (state: ReadyFinder, query: ActivityQuery): ReadyFinder => ({
  ...notMoved(state),
  query,
});

// The focus of a person who goes on typing or choosing is not moved when results arrive.
function notMoved(state: ReadyFinder): ReadyFinder {
  const { place } = state;
  return {
    ...state,
    search: notAwaited(state.search),
    place: place.at === 'finding' ? { ...place, isAwaited: false } : place,
  };
}

const asking = (state: ReadyFinder, isAwaited = false, after = ''): ReadyFinder => ({
  ...state,
  search: searching(state.search, { query: state.query, after }, isAwaited),
});

function startedAt(
  state: ReadyFinder,
  { query, activity, place: label }: FinderStart,
): ReadyFinder {
  const isSame = String(writeQuery(query)) === String(writeQuery(state.query));
  const there: ReadyFinder = {
    ...state,
    query: isSame ? state.query : query,
    place: query.place === '' ? noPlace : { at: 'found', typed: label, label },
  };
  return fromReady(there, activity === '' ? { type: 'back' } : { type: 'open', id: activity });
}

// First looks up the place that was typed, then searches, then moves the focus to the results.
function submitted(state: ReadyFinder): ReadyFinder {
  const { search, query } = state;
  const place = findingPlace(state.place, true);
  if (place.at === 'finding') return place === state.place ? state : { ...state, place };
  if (search.at === 'found' && search.search.query === query)
    return { ...state, focus: { on: 'count' } };
  if (search.at === 'searching' && isAsked(state) && search.search.after === '')
    return search.isAwaited ? state : { ...state, search: { ...search, isAwaited: true } };
  return asking(state, true);
}

function fromPlace(
  state: ReadyFinder,
  event: Exclude<PlaceEvent, { type: 'type-place' }>,
): ReadyFinder {
  const place = nextPlace(state.place, event);
  if (place === state.place) return state;
  const isAwaited = state.place.at === 'finding' && state.place.isAwaited;
  const there: ReadyFinder = { ...state, place };
  switch (event.type) {
    case 'place-found':
    case 'located': {
      const placed = { ...there, query: changed(state.query, { place: event.id }) };
      return isAwaited ? asking(placed, true) : placed;
    }
    case 'place-not-found':
      return isAwaited ? { ...there, focus: { on: 'place' } } : there;
    case 'location-denied':
      return { ...there, focus: { on: 'place' } };
    case 'find-place':
    case 'find-me':
      return there;
  }
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
