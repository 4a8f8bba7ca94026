import type { Failure } from '../../core/backend/failure.js';
import type { Audience } from '../../core/service/audience.js';
import type { Coverage } from '../contract/coverage.js';
import type { IsoDate } from '../../core/contract/date.js';
import type { Ineligible } from '../contract/eligibility.js';
import type { FieldIssue } from '../../core/contract/problem.js';
import type { FormPage, QuestionStop, RawAnswer } from '../contract/questions/question.js';
import type { Receipt } from '../contract/receipt.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';

/** The reason why a referral cannot continue in this form. */
export type StopReason = Ineligible | QuestionStop | 'declined';

/** A page of the form. */
export type Page =
  | { readonly kind: 'start' }
  /** A page of questions, by its id. */
  | { readonly kind: 'question'; readonly id: string }
  /** Says how long the wait is, before the remaining questions. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'check' }
  | { readonly kind: 'stop'; readonly reason: StopReason };

/** The person's progress through the form, which is kept when a call fails and when they go back. */
export interface Journey {
  /** The contents of the controls, by question. */
  readonly raw: Readonly<Record<string, RawAnswer>>;
  /** The pages the person has visited, in order. */
  readonly trail: readonly Page[];
  /** The index in the trail of the page that is shown. */
  readonly position: number;
  /** Whether the person has seen the check page; a change then leads straight back to it. */
  readonly hasReachedCheck: boolean;
  /** The backend's latest answer about the area, with the area it is about. */
  readonly coverage?: Coverage & AreaAsked;
}

/** The area about which the backend is asked. */
export interface AreaAsked {
  readonly postcode: string;
  /** ODS code of the person's GP practice, for teams that take a practice's patients wherever they live. */
  readonly practice: string | undefined;
}

/** An issue with a field of a question. */
export interface PageIssue extends FieldIssue {
  readonly question: string;
}

/** The state of a referral: a page is shown, a call is under way, or the referral is sent. */
export type JourneyState =
  | {
      readonly at: 'page';
      readonly journey: Journey;
      /** The issues with the answers on this page. */
      readonly issues: readonly PageIssue[];
      /** Why the last call to the backend failed. */
      readonly failure?: Failure;
    }
  | { readonly at: 'checking-area'; readonly journey: Journey; readonly asked: AreaAsked }
  | { readonly at: 'sending'; readonly journey: Journey }
  | { readonly at: 'sent'; readonly receipt: Receipt; readonly canBeReached: boolean };

/** The state in which a page is shown. */
export type PageState = Extract<JourneyState, { at: 'page' }>;

/** Something that a person did, or that the backend answered. */
export type JourneyEvent =
  /** The controls of a question have changed; those that are not named keep their contents. */
  | { readonly type: 'fill'; readonly question: string; readonly raw: RawAnswer }
  /** `from` is the page on which the button was pressed: the second press of a double click is not for the next page. */
  | { readonly type: 'continue'; readonly from?: Page }
  | { readonly type: 'decline' }
  | { readonly type: 'change'; readonly question: string }
  | { readonly type: 'go-to'; readonly position: number }
  | { readonly type: 'area-known'; readonly asked: AreaAsked; readonly coverage: Coverage }
  | { readonly type: 'area-failed'; readonly asked: AreaAsked; readonly failure: Failure }
  | { readonly type: 'send-failed'; readonly failure: Failure }
  | { readonly type: 'consent-changed' }
  | { readonly type: 'send' }
  | { readonly type: 'sent'; readonly receipt: Receipt }
  | { readonly type: 'clear' };

/** What the transitions depend on besides state and event. */
export interface JourneyContext {
  readonly profile: ServiceProfile;
  /** The kind of referrer. */
  readonly for: Audience;
  /** The pages of questions, in order. */
  readonly pages: readonly FormPage[];
  /** Initial contents of the controls, by question: what the partner's page knows about the referrer. */
  readonly preset: Readonly<Record<string, RawAnswer>>;
  readonly today: IsoDate;
}

/** The state before the person has done anything. */
export const newJourney: JourneyState = {
  at: 'page',
  journey: { raw: {}, trail: [{ kind: 'start' }], position: 0, hasReachedCheck: false },
  issues: [],
};

/** The page that is shown. */
export const pageOf = ({ trail, position }: Journey): Page => trail[position] ?? { kind: 'start' };

/** Whether the person has typed or chosen anything that is not sent yet. */
export const hasAnswers = (state: JourneyState): boolean =>
  state.at !== 'sent' &&
  Object.values(state.journey.raw).some((raw) =>
    Object.values(raw).some((value) => value.length > 0),
  );
