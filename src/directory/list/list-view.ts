import type { ActivitySummary } from '../contract/activity.js';
import type { ActivityView } from '../activity/activity-view.js';

/** What a list is drawn from. */
export interface ListView extends ActivityView {
  readonly items: readonly ActivitySummary[];
  /** How many there are in all. */
  readonly total: number;
  /** Id of the heading that names the list; empty where the page gave none. */
  readonly labelledBy: string;
  /** Address of the page's finder, with all that the list has where it shows only some; empty where there is none. */
  readonly finder: string;
  /** Shows more; nothing where everything is shown. */
  readonly more: (() => void) | undefined;
}
