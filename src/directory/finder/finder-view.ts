import type { ActivityPage } from '../contract/activity-page.js';
import type { ActivityQuery } from '../contract/activity-query.js';
import type { SearchPage } from './state/finder-state.js';
import type { PlaceLine } from './state/place-line.js';
import type { Saved } from './state/shortlist.js';
import type { ActivityActions, ActivityView } from '../activity/activity-view.js';

/** What the parts of the finder are rendered from, and their actions. */
export interface FinderView extends ActivityView {
  readonly query: ActivityQuery;
  readonly place: PlaceLine;
  readonly found: ActivityPage | undefined;
  /** The query that found `found`; another search may be in progress. */
  readonly asked: ActivityQuery;
  /** The values of each filter that are offered. */
  readonly offered: Readonly<Record<string, readonly string[]>>;
  readonly isBusy: boolean;
  readonly isFiltering: boolean;
  readonly map: SearchPage['map'];
  readonly saved: readonly Saved[];
  readonly isStored: boolean;
  readonly actions: FinderActions;
}

/** What a person can do in a finder. */
export interface FinderActions extends ActivityActions {
  /** Changes the query and searches, after a `delay` while somebody types. */
  readonly search: (change: (query: ActivityQuery) => ActivityQuery, delay?: number) => void;
  readonly typePlace: (typed: string) => void;
  /** Looks up the place that was typed. */
  readonly findPlace: () => void;
  /** Looks up the place, searches, and goes to the results. */
  readonly submit: () => void;
  readonly goToResults: () => void;
  readonly findMe: () => void;
  readonly more: () => void;
  readonly showSaved: () => void;
  readonly filter: () => void;
  readonly map: () => void;
  readonly save: (saved: Saved) => void;
  readonly toggleStorage: () => void;
}
