import type { Failure } from '../../core/backend/failure.js';
import type { ActivityQuery } from '../contract/activity-query.js';
import {
  type SearchEvent,
  type SearchState,
  focusOnAnswer,
  foundIn,
  nextSearch,
  noSearch,
  searching,
} from '../activity/state/search-state.js';
import type { FocusTarget } from '../activity/state/focus-target.js';
import {
  type ActivityEvent,
  type OpenedActivity,
  focusOnOpened,
  nextOpened,
} from '../activity/state/opened-activity-state.js';

/** The activities that a list is to show. */
export interface ListRequest {
  readonly query: ActivityQuery;
  /** The number of activities that are shown at first, and added each time. */
  readonly pageSize: number;
}

/** A list that is loaded. */
export interface ReadyList {
  readonly at: 'ready';
  readonly request: ListRequest;
  /** The number of activities that are shown, if there are as many. */
  readonly shownCount: number;
  /** The results, and the search for more. */
  readonly search: SearchState;
  /** The activity that is shown instead of the list. */
  readonly opened: OpenedActivity | undefined;
  /** Where the focus was moved last. */
  readonly focus: FocusTarget | undefined;
}

export type ListState =
  /** The settings are invalid. */
  | { readonly at: 'unusable' }
  | { readonly at: 'loading'; readonly request: ListRequest; readonly search: SearchState }
  | { readonly at: 'failed'; readonly request: ListRequest; readonly failure: Failure }
  | ReadyList;

export type ListEvent =
  /** The settings or the language have changed; without `request`, the settings are invalid. */
  | { readonly type: 'load'; readonly request: ListRequest | undefined }
  /** Everything but the activities is loaded. */
  | { readonly type: 'loaded' }
  | { readonly type: 'load-failed'; readonly failure: Failure }
  | { readonly type: 'more' }
  | SearchEvent
  | ActivityEvent;

/** The state of a new list. */
export const newList: ListState = { at: 'unusable' };

/** The state after an event; the same state if the event does not apply. */
export function next(state: ListState, event: ListEvent): ListState {
  if (event.type === 'load') {
    const { request } = event;
    if (!request) return newList;
    const search = searching(noSearch, { query: request.query, after: '' }, false);
    return { at: 'loading', request, search };
  }
  if (state.at === 'loading') return fromLoading(state, event);
  return state.at === 'ready' ? fromReady(state, event) : state;
}

function fromLoading(state: Extract<ListState, { at: 'loading' }>, event: ListEvent): ListState {
  const { request, search } = state;
  switch (event.type) {
    case 'found':
    case 'search-failed': {
      const answered = nextSearch(search, event);
      return answered === search ? state : { ...state, search: answered };
    }
    case 'load-failed':
      return { at: 'failed', request, failure: event.failure };
    case 'loaded': {
      if (search.at === 'failed') return { at: 'failed', request, failure: search.failure };
      if (search.at !== 'found') return state;
      const { pageSize: shownCount } = request;
      return { at: 'ready', request, shownCount, search, opened: undefined, focus: undefined };
    }
    default:
      return state;
  }
}

function fromReady(state: ReadyList, event: ListEvent): ReadyList {
  const { opened, search, shownCount, request } = state;
  switch (event.type) {
    case 'open':
      return opened?.id === event.id
        ? state
        : { ...state, opened: { at: 'loading', id: event.id }, focus: { on: 'title' } };
    case 'back':
      return opened ? { ...state, opened: undefined, focus: { on: 'card', id: opened.id } } : state;
    case 'more':
      return withMore(state);
    case 'found':
    case 'search-failed': {
      const answered = nextSearch(search, event);
      if (answered === search) return state;
      const added = event.type === 'found' ? request.pageSize : 0;
      const focus = opened ? undefined : focusOnAnswer(search, answered);
      return {
        ...state,
        search: answered,
        shownCount: shownCount + added,
        focus: focus ?? state.focus,
      };
    }
    case 'load':
    case 'loaded':
    case 'load-failed':
      return state;
    default: {
      if (!opened) return event.type === 'try-again' ? withMore(state) : state;
      const after = nextOpened(opened, event);
      if (after === opened) return state;
      return { ...state, opened: after, focus: focusOnOpened(opened, after) ?? state.focus };
    }
  }
}

// Loaded activities are shown at once; the next page is requested after the last of them.
function withMore(state: ReadyList): ReadyList {
  const { shownCount, search, request } = state;
  const { items = [], next: after } = foundIn(search)?.page ?? {};
  if (search.at === 'searching') return state;
  if (items.length > shownCount)
    return {
      ...state,
      shownCount: shownCount + request.pageSize,
      focus: { on: 'result', number: shownCount + 1 },
    };
  return after === undefined
    ? state
    : { ...state, search: searching(search, { query: request.query, after }, true) };
}
