import type { ActivitySummary } from '../contract/activity.js';
import type { ActivityView } from '../activity/activity-view.js';

/** What a list is rendered from. */
export interface ListView extends ActivityView {
  readonly items: readonly ActivitySummary[];
  /** The number of all results. */
  readonly total: number;
  /** Id of the heading that labels the list; empty if there is none. */
  readonly labelledBy: string;
  /** Address of the page's finder, with the list's search if the list shows only some results; empty if there is none. */
  readonly finder: string;
  /** Shows more; `undefined` if everything is shown. */
  readonly more: (() => void) | undefined;
}
