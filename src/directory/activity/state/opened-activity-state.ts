import type { Failure } from '../../../core/backend/failure.js';
import type { ActivityDetail } from '../../contract/activity.js';
import type { ActivityReport } from '../../contract/directory.js';
import type { FocusTarget } from './focus-target.js';

/** How a report of a mistake stands. */
export type ReportState =
  | { readonly is: 'closed' | 'sent' }
  | { readonly is: 'open'; readonly issue?: 'kind'; readonly failure?: Failure }
  | { readonly is: 'sending'; readonly report: ActivityReport };

/** How sharing stands. */
export interface ShareState {
  readonly isCopied: boolean;
  readonly isCode: boolean;
}

/** The activity that a person has opened: what is known of it, and what they do with it. */
export type OpenedActivity =
  | { readonly at: 'loading'; readonly id: string }
  | { readonly at: 'failed'; readonly id: string; readonly failure: Failure }
  | {
      readonly at: 'ready';
      readonly id: string;
      readonly detail: ActivityDetail;
      readonly report: ReportState;
      readonly share: ShareState;
    };

export type ShareEvent =
  | { readonly type: 'toggle-code' }
  /** The link was copied, or the browser did not allow it. */
  | { readonly type: 'link-copied'; readonly isCopied: boolean };

export type ReportEvent =
  | { readonly type: 'toggle-report' }
  | {
      readonly type: 'send-report';
      readonly kind: ActivityReport['kind'] | undefined;
      readonly text: string;
    }
  | { readonly type: 'report-sent'; readonly report: ActivityReport }
  | { readonly type: 'report-failed'; readonly report: ActivityReport; readonly failure: Failure };

export type OpenedEvent =
  | { readonly type: 'activity-loaded'; readonly id: string; readonly detail: ActivityDetail }
  | { readonly type: 'activity-failed'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'try-again' }
  | ShareEvent
  | ReportEvent;

/** Nothing has been shared yet. */
export const notShared: ShareState = { isCopied: false, isCode: false };

/** Why an activity could not be had. */
export const failureOf = (state: OpenedActivity): Failure | undefined =>
  state.at === 'failed' ? state.failure : undefined;

const closed: ReportState = { is: 'closed' };

/** What happens to an activity that is open. */
export function nextOpened(state: OpenedActivity, event: OpenedEvent): OpenedActivity {
  switch (state.at) {
    case 'loading':
      return fromLoading(state, event);
    case 'failed':
      return event.type === 'try-again' ? { at: 'loading', id: state.id } : state;
    case 'ready': {
      const share = nextShare(state.share, event);
      const report = nextReport(state.report, event, state.id);
      return share === state.share && report === state.report ? state : { ...state, share, report };
    }
  }
}

function fromLoading(state: OpenedActivity, event: OpenedEvent): OpenedActivity {
  const { id } = state;
  if (!('id' in event) || event.id !== id) return state;
  return event.type === 'activity-loaded'
    ? { at: 'ready', id, detail: event.detail, report: closed, share: notShared }
    : { at: 'failed', id, failure: event.failure };
}

/** What happens to sharing. Where the link cannot be copied, it is shown as a code. */
export function nextShare(state: ShareState, event: OpenedEvent): ShareState {
  if (event.type === 'toggle-code') return { ...state, isCode: !state.isCode };
  if (event.type !== 'link-copied') return state;
  const { isCopied } = event;
  return { isCopied, isCode: state.isCode || !isCopied };
}

function nextReport(state: ReportState, event: OpenedEvent, activity: string): ReportState {
  switch (state.is) {
    case 'closed':
      return event.type === 'toggle-report' ? { is: 'open' } : state;
    case 'open':
      if (event.type === 'toggle-report') return closed;
      return event.type === 'send-report' ? reportToSend(event, activity) : state;
    case 'sending':
      // What is being sent cannot be taken back.
      if (!('report' in event) || event.report !== state.report) return state;
      return event.type === 'report-sent' ? { is: 'sent' } : { is: 'open', failure: event.failure };
    case 'sent':
      return state;
  }
}

const reportToSend = (
  { kind, text }: Extract<ReportEvent, { type: 'send-report' }>,
  activity: string,
): ReportState =>
  kind
    ? { is: 'sending', report: { activity, kind, ...(text === '' ? {} : { text }) } }
    : { is: 'open', issue: 'kind' };

/** Where the person is led by what became of the activity. */
export function focusOnOpened(
  before: OpenedActivity,
  after: OpenedActivity,
): FocusTarget | undefined {
  if (after.at === 'failed') return { on: 'failure' };
  if (after.at !== 'ready' || before.at !== 'ready' || after.report === before.report)
    return undefined;
  const { report } = after;
  if (report.is === 'sent') return { on: 'report-sent' };
  if (report.is !== 'open') return undefined;
  if (report.failure) return { on: 'failure' };
  return report.issue ? { on: 'report' } : undefined;
}
