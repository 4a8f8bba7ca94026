import type { Audience } from '../../../core/service/audience.js';
import type { PracticeSearch } from '../practice-search.js';
import type { FormMessages } from '../../../i18n/messages.js';
import type {
  Journey,
  JourneyContext,
  JourneyEvent,
  JourneyState,
  PageIssue,
} from '../../journey/journey-state.js';

/** What the pages of the form are rendered from. */
export interface FormView {
  readonly state: JourneyState;
  readonly context: JourneyContext;
  readonly messages: FormMessages;
  /** BCP 47 tag of the messages. */
  readonly language: string;
  readonly practices: PracticeSearch;
  /** Name of the activity that the referral is about. */
  readonly activity: string | undefined;
  /** Address of the page on which the status of a referral can be looked up. */
  readonly statusPage: string | undefined;
  /** Whether the answers have just been cleared by the inactivity timeout. */
  readonly wasClearedByTimeout: boolean;
  /** The kinds of referrer among which the person has to choose; none where the kind is decided. */
  readonly audiences: readonly Audience[];
  readonly choose: (audience: Audience) => void;
  /** Lets the person choose the kind of referrer again; `undefined` where they did not choose it. */
  readonly chooseAgain: (() => void) | undefined;
  readonly dispatch: (event: JourneyEvent) => void;
  /** Goes one page back, through the browser's history where that is in use. */
  readonly goBack: () => void;
}

/** What a page is rendered from that shows a journey. */
export interface PageView extends FormView {
  readonly journey: Journey;
  readonly issues: readonly PageIssue[];
}
