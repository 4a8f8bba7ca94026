import type { Question, RawAnswer } from '../../contract/question.js';
import type { PracticeSearch } from '../../controllers/practice-search.js';
import type { FormMessages } from '../../i18n/words.js';
import { rawIn } from '../../machines/referral-journey-answers.js';
import type {
  Journey,
  JourneyContext,
  JourneyEvent,
  JourneyState,
  PageIssue,
} from '../../machines/referral-journey-state.js';

/** What the pages of the form are drawn from. */
export interface FormView {
  readonly state: JourneyState;
  readonly context: JourneyContext;
  readonly messages: FormMessages;
  /** BCP 47 tag of the words. */
  readonly language: string;
  readonly practices: PracticeSearch;
  /** Name of the activity that the referral is about. */
  readonly activity: string | undefined;
  /** Where it can be looked up how a referral stands. */
  readonly statusPage: string | undefined;
  /** Whether answers have just been cleared because nobody was there. */
  readonly wasClearedByTimeout: boolean;
  readonly dispatch: (event: JourneyEvent) => void;
  /** Lets the person say anew for whom it is; nothing where they were not asked. */
  readonly chooseAgain: (() => void) | undefined;
  /** One page back, through the browser's history where that is in use. */
  readonly goBack: () => void;
}

/** What a page needs that shows a journey. */
export interface PageView extends FormView {
  readonly journey: Journey;
  readonly issues: readonly PageIssue[];
}

/** What stands in the controls of a question. */
export const rawOf = ({ context }: FormView, journey: Journey, question: Question): RawAnswer =>
  rawIn(journey, question.id, context);
