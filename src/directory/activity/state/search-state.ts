import type { Failure } from '../../../core/backend/failure.js';
import type { ActivityPage } from '../../contract/activity-page.js';
import { type ActivityQuery, filterNames } from '../../contract/activity-query.js';
import type { FocusTarget } from './focus-target.js';

/** What a directory is asked: a search from its first page on, or the page `after` what was found so far. */
export interface Search {
  readonly query: ActivityQuery;
  readonly after: string;
}

/** What was found, and what it is the answer to. */
export interface Found {
  /** All pages so far as one. */
  readonly page: ActivityPage;
  readonly asked: ActivityQuery;
  /** The values of each filter that are offered. Those of a filter in use stay, so that nothing moves under a hand. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
}

/** A search with no answer on its way. What was found before a failure stays. */
export type SettledSearch =
  | { readonly at: 'idle' }
  | { readonly at: 'found'; readonly search: Search; readonly found: Found }
  | {
      readonly at: 'failed';
      readonly search: Search;
      readonly failure: Failure;
      readonly found: Found | undefined;
    };

/** How a search stands. */
export type SearchState =
  | SettledSearch
  | {
      readonly at: 'searching';
      readonly search: Search;
      /** Whether the person is led to the answer when it comes. */
      readonly isAwaited: boolean;
      /** What is shown until the answer comes. */
      readonly before: SettledSearch;
    };

export type SearchEvent =
  | { readonly type: 'found'; readonly search: Search; readonly page: ActivityPage }
  | { readonly type: 'search-failed'; readonly search: Search; readonly failure: Failure };

/** Nothing has been searched for yet. */
export const noSearch: SettledSearch = { at: 'idle' };

const settled = (state: SearchState): SettledSearch =>
  state.at === 'searching' ? state.before : state;

/** What was found and is shown, while another answer may be on its way. */
export function foundIn(state: SearchState): Found | undefined {
  const shown = settled(state);
  return shown.at === 'idle' ? undefined : shown.found;
}

/** Why the last search that was answered did not come out well. */
export function searchFailure(state: SearchState): Failure | undefined {
  const shown = settled(state);
  return shown.at === 'failed' ? shown.failure : undefined;
}

/** Begins a search; one that is on its way is not waited for any more. */
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

/** Leaves the person where they are when the answer comes. */
export const notAwaited = (state: SearchState): SearchState =>
  state.at === 'searching' && state.isAwaited ? { ...state, isAwaited: false } : state;

/** What an answer does. That to any search but the newest changes nothing. */
export function nextSearch(state: SearchState, event: SearchEvent): SearchState {
  if (state.at !== 'searching' || state.search !== event.search) return state;
  const { search, before } = state;
  const found = foundIn(before);
  if (event.type === 'found') return { at: 'found', search, found: joined(found, search, event) };
  return event.failure.kind === 'cancelled'
    ? before
    : { at: 'failed', search, failure: event.failure, found };
}

function joined(
  before: Found | undefined,
  { query, after }: Search,
  { page }: Extract<SearchEvent, { type: 'found' }>,
): Found {
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

/** Where an answer leads whoever waits for it. */
export function focusOnAnswer(before: SearchState, after: SearchState): FocusTarget | undefined {
  if (before.at !== 'searching' || !before.isAwaited || after === before.before) return undefined;
  if (after.at === 'failed') return { on: 'failure' };
  if (after.at !== 'found') return undefined;
  if (after.search.after === '') return { on: 'count' };
  return { on: 'result', number: (foundIn(before)?.page.items.length ?? 0) + 1 };
}
