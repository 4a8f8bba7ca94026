import type { Found } from '../activity/state/search-state.js';
import type { FinderEvent, ReadyFinder } from './state/finder-state.js';
import type { Shortlist } from '../activity/shortlist.js';
import type { ActivityView } from '../activity/activity-view.js';

/** What the parts of a finder are rendered from. */
export interface FinderView extends ActivityView {
  readonly state: ReadyFinder;
  /** The results that are shown; another search may be running. */
  readonly found: Found | undefined;
  readonly shortlist: Shortlist;
  readonly dispatch: (event: FinderEvent) => void;
}
