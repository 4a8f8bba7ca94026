import type { ActivityDetail } from '../../../../../src/directory/contract/activity.js';
import type { ActivityPage } from '../../../../../src/directory/contract/activity-page.js';
import {
  type ActivityQuery,
  emptyQuery,
} from '../../../../../src/directory/contract/activity-query.js';
import {
  type Search,
  type SearchEvent,
  type SearchState,
  foundIn,
  searchFailure,
} from '../../../../../src/directory/activity/state/search-state.js';
import {
  type FinderEvent,
  type FinderPage,
  type FinderState,
  type ReadyFinder,
  next,
} from '../../../../../src/directory/finder/state/finder-state.js';
import type { FocusTarget } from '../../../../../src/directory/activity/state/focus-target.js';
import type {
  OpenedActivity,
  ShareState,
} from '../../../../../src/directory/activity/state/opened-activity-state.js';
import type { PlaceField } from '../../../../../src/directory/finder/state/place-field.js';

/** The query for a text. */
export const queryFor = (text: string): ActivityQuery => ({ ...emptyQuery, text });

/** One page of results with these ids. */
export const pageOf = (ids: readonly string[], more: Partial<ActivityPage> = {}): ActivityPage => ({
  items: ids.map((id) => ({
    id,
    name: `Activity ${id}`,
    categories: [],
    otherVenues: 0,
    attendance: [],
    ages: {},
  })),
  total: ids.length,
  facets: {},
  ...more,
});

/** The details of an activity. */
export const detailOf = (id: string): ActivityDetail => ({
  activity: {
    id,
    name: `Activity ${id}`,
    status: 'active',
    categories: [],
    terms: [],
    ages: {},
    cost: { options: [] },
    attendance: [],
    venues: [],
    areas: [],
    sessions: [],
    languages: [],
    joining: [],
    contact: {},
    more: [],
    source: { name: 'The council', attribution: [] },
  },
  upcoming: [],
});

/** The running search. */
export function searchOf({ search }: { readonly search: SearchState }): Search {
  if (search.at !== 'searching') throw new Error('no search is running');
  return search.search;
}

/** The response to the running search. */
export const answer = (
  state: { readonly search: SearchState },
  ...page: Parameters<typeof pageOf>
): SearchEvent => ({ type: 'found', search: searchOf(state), page: pageOf(...page) });

/** The failure of the running search. */
export const noAnswer = (
  state: { readonly search: SearchState },
  kind: 'offline' | 'cancelled' = 'offline',
): SearchEvent => ({ type: 'search-failed', search: searchOf(state), failure: { kind } });

/** A finder whose page is loaded. */
export function ready(state: FinderState): ReadyFinder {
  if (state.at !== 'ready') throw new Error('the finder is not ready');
  return state;
}

/** The state after several events. */
export const after = (state: FinderState, ...events: readonly FinderEvent[]): ReadyFinder =>
  ready(events.reduce(next, state));

/** A search as a short text: the results, the failure, and the running search. */
export function searchSummary(search: SearchState): string {
  const found = foundIn(search);
  const failure = searchFailure(search);
  const shown = [
    ...(found ? [`${found.asked.text}=${found.page.items.map(({ id }) => id).join('')}`] : []),
    ...(failure ? [`?${failure.kind}`] : []),
  ].join(' ');
  if (search.at !== 'searching') return shown || search.at;
  const { query, after: from } = search.search;
  return `${shown}…${query.text}${from === '' ? '' : `+${from}`}${search.isAwaited ? '→' : ''}`;
}

const shareSummary = ({ isCopied, isCode }: ShareState): string =>
  `${isCopied ? ' copied' : ''}${isCode ? ' code' : ''}`;

/** An open activity as a short text. */
export function openedSummary(opened: OpenedActivity): string {
  if (opened.at === 'loading') return `${opened.id}…`;
  if (opened.at === 'failed') return `${opened.id}?${opened.failure.kind}`;
  const { id, report, share } = opened;
  const issue = report.at === 'open' ? (report.issue ?? report.failure?.kind ?? '') : '';
  const reportSummary =
    report.at === 'closed' ? '' : ` report ${report.at}${issue === '' ? '' : ` !${issue}`}`;
  return `${id}${reportSummary}${shareSummary(share)}`;
}

function pageSummary(page: FinderPage): string {
  if (page.at === 'activity') return openedSummary(page.opened);
  if (page.at === 'saved') return `saved${shareSummary(page.share)}`;
  const map = page.map === 'off' ? '' : ` map ${page.map}`;
  return `search${map}${page.areFiltersOpen ? ' filters' : ''}`;
}

const placeSummary = (place: PlaceField): string =>
  place.at === 'none' && place.typed === ''
    ? ''
    : ` @${place.typed}:${place.at}${place.at === 'finding' && place.isAwaited ? '→' : ''}`;

/** Where the focus moves, if it does. */
export function focusSummary(
  before: FocusTarget | undefined,
  now: FocusTarget | undefined,
): string {
  if (!now || now === before) return '';
  const which = 'id' in now ? ` ${now.id}` : 'number' in now ? ` ${String(now.number)}` : '';
  return ` ⇒ ${now.on}${which}`;
}

/** A finder as a short text: its page, the query, the place, the search, and where the focus moves. */
export function summaryOf(state: FinderState, before?: FinderState): string {
  if (state.at === 'loading') return 'loading';
  if (state.at === 'failed') return `failed ?${state.failure.kind}`;
  const was = before?.at === 'ready' ? before.focus : undefined;
  const where = state.query.place === '' ? '' : ` in ${state.query.place}`;
  const query = `“${state.query.text}”${where}`;
  return `${pageSummary(state.page)} ${query}${placeSummary(state.place)} [${searchSummary(state.search)}]${focusSummary(was, state.focus)}`;
}
