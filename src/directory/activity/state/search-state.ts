import type { Failure } from '../../../core/backend/failure.js';
import type { ActivityPage } from '../../contract/activity-page.js';
import { type ActivityQuery, filterNames } from '../../contract/activity-query.js';
import type { FocusTarget } from './focus-target.js';

/** A search for the first page of a query, or for the page `after` the results so far. */
export interface Search {
  readonly query: ActivityQuery;
  readonly after: string;
}

/** The results of a query. */
export interface Found {
  /** All pages so far as one. */
  readonly page: ActivityPage;
  readonly asked: ActivityQuery;
  /** The values of each filter that are offered. Those of a filter in use stay, so that none moves under the pointer. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
}

/** A search that is not running. After a failure, earlier results stay. */
export type SettledSearch =
  | { readonly at: 'idle' }
  | { readonly at: 'found'; readonly search: Search; readonly found: Found }
  | {
      readonly at: 'failed';
      readonly search: Search;
      readonly failure: Failure;
      readonly found: Found | undefined;
    };

export type SearchState =
  | SettledSearch
  | {
      readonly at: 'searching';
      readonly search: Search;
      /** Whether the focus moves to the results when they arrive. */
      readonly isAwaited: boolean;
      /** What is shown until then. */
      readonly before: SettledSearch;
    };

export type SearchEvent =
  | { readonly type: 'found'; readonly search: Search; readonly page: ActivityPage }
  | { readonly type: 'search-failed'; readonly search: Search; readonly failure: Failure };

/** The state before the first search. */
export const noSearch: SettledSearch = { at: 'idle' };

const settled = (state: SearchState): SettledSearch =>
  state.at === 'searching' ? state.before : state;

/** The results that are shown; another search may be running. */
export function foundIn(state: SearchState): Found | undefined {
  const shown = settled(state);
  return shown.at === 'idle' ? undefined : shown.found;
}

/** The failure that is shown; another search may be running. */
export function searchFailure(state: SearchState): Failure | undefined {
  const shown = settled(state);
  return shown.at === 'failed' ? shown.failure : undefined;
}

/** Starts a search, in place of one that is running. */
export const searching = (
  state: SearchState,
  search: Search,
  isAwaited: boolean,
): Extract<SearchState, { at: 'searching' }> => ({
  at: 'searching',
  search,
  isAwaited,
  before: settled(state),
});

/** Does not move the focus when the results arrive. */
export const notAwaited = (state: SearchState): SearchState =>
  state.at === 'searching' && state.isAwaited ? { ...state, isAwaited: false } : state;

/** The state after a response; the same state unless it is the response to the running search. */
export function nextSearch(state: SearchState, event: SearchEvent): SearchState {
  if (state.at !== 'searching' || state.search !== event.search) return state;
  const { search, before } = state;
  const found = foundIn(before);
  if (event.type === 'found')
    return { at: 'found', search, found: joined(found, search, event.page) };
  return event.failure.kind === 'cancelled'
    ? before
    : { at: 'failed', search, failure: event.failure, found };
}

function joined(before: Found | undefined, { query, after }: Search, page: ActivityPage): Found {
  const earlier = after === '' ? [] : (before?.page.items ?? []);
  const known = new Set(earlier.map(({ id }) => id));
  const items = [...earlier, ...page.items.filter(({ id }) => !known.has(id))];
  const offered = filterNames.map((name) => {
    const counts = page.facets[name] ?? {};
    const now = Object.keys(counts).sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0));
    const kept = (query.filters[name] ?? []).length > 0 ? (before?.offered[name] ?? []) : [];
    return [name, [...new Set([...kept, ...now])]] as const;
  });
  return { page: { ...page, items }, asked: query, offered: Object.fromEntries(offered) };
}

/** Where the focus moves after a response, if the person waits for it. */
export function focusOnAnswer(before: SearchState, after: SearchState): FocusTarget | undefined {
  if (before.at !== 'searching' || !before.isAwaited || after === before.before) return undefined;
  if (after.at === 'failed') return { on: 'failure' };
  if (after.at !== 'found') return undefined;
  if (after.search.after === '') return { on: 'count' };
  return { on: 'result', number: (foundIn(before)?.page.items.length ?? 0) + 1 };
}
