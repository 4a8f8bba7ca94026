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
  type OpenedActivity,
  type OpenedEvent,
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
  | { readonly type: 'open'; readonly id: string }
  | { readonly type: 'back' }
  | { readonly type: 'more' }
  | SearchEvent
  | OpenedEvent;

/** The state of a new list. */
export const newList: ListState = { at: 'unusable' };

/** The state after an event; the same state if the event does not apply. */
export function next(state: ListState, event: ListEvent): ListState {
  if (event.type === 'load') return loading(event.request);
  switch (state.at) {
    case 'loading':
      return fromLoading(state, event);
    case 'ready':
      return fromReady(state, event);
    case 'unusable':
    case 'failed':
      return state;
  }
}

function loading(request: ListRequest | undefined): ListState {
  if (!request) return newList;
  const search = searching(noSearch, { query: request.query, after: '' }, false);
  return { at: 'loading', request, search };
}

function fromLoading(state: Extract<ListState, { at: 'loading' }>, event: ListEvent): ListState {
  const { request, search } = state;
  if (event.type === 'load-failed') return { at: 'failed', request, failure: event.failure };
  if (event.type === 'found' || event.type === 'search-failed') {
    const answered = nextSearch(search, event);
    return answered === search ? state : { ...state, search: answered };
  }
  if (event.type !== 'loaded') return state;
  if (search.at === 'failed') return { at: 'failed', request, failure: search.failure };
  if (search.at !== 'found') return state;
  const { pageSize: shownCount } = request;
  return { at: 'ready', request, shownCount, search, opened: undefined, focus: undefined };
}

function fromReady(state: ReadyList, event: ListEvent): ReadyList {
  switch (event.type) {
    case 'open':
      return state.opened?.id === event.id
        ? state
        : { ...state, opened: { at: 'loading', id: event.id }, focus: { on: 'title' } };
    case 'back':
      return state.opened
        ? { ...state, opened: undefined, focus: { on: 'card', id: state.opened.id } }
        : state;
    case 'more':
      return withMore(state);
    case 'found':
    case 'search-failed':
      return answered(state, event);
    case 'load':
    case 'loaded':
    case 'load-failed':
      return state;
    default:
      return event.type === 'try-again' && !state.opened ? withMore(state) : inOpened(state, event);
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

function answered(state: ReadyList, event: SearchEvent): ReadyList {
  const search = nextSearch(state.search, event);
  if (search === state.search) return state;
  const shownCount =
    event.type === 'found' ? state.shownCount + state.request.pageSize : state.shownCount;
  const focus = state.opened ? undefined : focusOnAnswer(state.search, search);
  return { ...state, search, shownCount, focus: focus ?? state.focus };
}

function inOpened(state: ReadyList, event: OpenedEvent): ReadyList {
  const { opened: before } = state;
  const opened = before && nextOpened(before, event);
  if (!opened || opened === before) return state;
  return { ...state, opened, focus: focusOnOpened(before, opened) ?? state.focus };
}
