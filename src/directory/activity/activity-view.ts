import { nothing } from 'lit';
import type { Failure } from '../../core/backend/failure.js';
import type { ActivityDetail } from '../contract/activity.js';
import type { DirectoryProfile } from '../contract/directory.js';
import type { ReportState, ShareState } from './state/opened-activity-state.js';
import type { Locale } from './activity-messages.js';

/** The id and name of an activity. */
export interface NamedActivity {
  readonly id: string;
  readonly name: string;
}

/** What activities are rendered from, and the actions on them. */
export interface ActivityView extends Locale {
  readonly profile: DirectoryProfile;
  readonly detail: ActivityDetail | undefined;
  readonly failure: Failure | undefined;
  /** The name of the open activity, if known from the list while its details load. */
  readonly opening: string | undefined;
  /** The level of the heading above, in a list on a page; `undefined` in a finder. */
  readonly level: number | undefined;
  readonly report: ReportState;
  readonly share: ShareState & { readonly url: string };
  /** The person's own list; `undefined` if there is none. */
  readonly saving: Saving | undefined;
  /** Address of the calendar file of an activity. */
  readonly calendar: (id: string) => string | undefined;
  readonly actions: ActivityActions;
}

/** A person's shortlist. */
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

/** The level of a heading some steps below the one above; the default level in a finder. */
export const levelBelow = (
  { level }: Pick<ActivityView, 'level'>,
  steps: 1 | 2,
): number | typeof nothing => (level === undefined ? nothing : level + steps);
