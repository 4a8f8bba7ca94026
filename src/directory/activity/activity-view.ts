import { nothing } from 'lit';
import type { Failure } from '../../core/backend/failure.js';
import type { ActivityDetail } from '../contract/activity.js';
import type { DirectoryProfile } from '../contract/directory.js';
import type { ReportState, ShareState } from './state/opened-activity-state.js';
import type { Locale } from './activity-messages.js';

/** What is needed of an activity to speak of it. */
export interface NamedActivity {
  readonly id: string;
  readonly name: string;
}

/** What activities are drawn from, in a list or one whole, and what may be asked for. */
export interface ActivityView extends Locale {
  readonly profile: DirectoryProfile;
  readonly detail: ActivityDetail | undefined;
  readonly failure: Failure | undefined;
  /** The name of the activity that is open, where the list has told it before its details are there. */
  readonly opening: string | undefined;
  /** The level of the heading that stands above, on a page of which we are a part; nothing in a finder. */
  readonly level: number | undefined;
  readonly report: ReportState;
  readonly share: ShareState & { readonly url: string };
  /** The person's own list; nothing where there is none. */
  readonly saving: Saving | undefined;
  /** Address of the calendar file of an activity. */
  readonly calendar: (id: string) => string | undefined;
  readonly actions: ActivityActions;
}

/** The list that a person makes for themself. */
interface Saving {
  readonly isSaved: (id: string) => boolean;
  readonly save: (activity: NamedActivity) => void;
}

/** What a person can do with activities. */
export interface ActivityActions {
  readonly open: (id: string) => void;
  readonly back: () => void;
  readonly tryAgain: () => void;
  readonly copyLink: () => void;
  readonly showCode: () => void;
  readonly print: () => void;
  readonly ask: (activity: NamedActivity) => void;
  readonly openReport: () => void;
  readonly sendReport: (form: HTMLFormElement) => void;
}

/** The level of a heading that stands so many below the one above it; what it is by itself in a finder. */
export const levelBelow = (
  { level }: Pick<ActivityView, 'level'>,
  steps: 1 | 2,
): number | typeof nothing => (level === undefined ? nothing : level + steps);
