import type { Failure } from '../client/failure.js';
import type { ActivityDetail } from '../contract/activity.js';
import type { DirectoryProfile } from '../contract/directory.js';
import type { ReportState, ShareState } from '../controllers/opened-activity.js';
import type { Locale } from './activity-words.js';

/** What is needed of an activity to speak of it. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What activities are drawn from, in a list or one whole, and what may be asked for. */
export interface ActivityView extends Locale {
  readonly profile: DirectoryProfile;
  readonly detail: ActivityDetail | undefined;
  readonly failure: Failure | undefined;
  readonly report: ReportState;
  readonly share: ShareState & { readonly url: string };
  /** Whether an activity is on the person's own list; nothing where there is no such list. */
  readonly isSaved: ((id: string) => boolean) | undefined;
  /** Address of the calendar file of an activity. */
  readonly calendar: (id: string) => string | undefined;
  readonly act: ActivityActs;
}

/** What a person can do with activities. */
export interface ActivityActs {
  readonly open: (id: string) => void;
  readonly back: () => void;
  readonly tryAgain: () => void;
  readonly save: (activity: Named) => void;
  readonly copyLink: () => void;
  readonly showCode: () => void;
  readonly print: () => void;
  readonly ask: (activity: Named) => void;
  readonly openReport: () => void;
  readonly sendReport: (form: HTMLFormElement) => void;
}
