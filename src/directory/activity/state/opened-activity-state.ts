import type { Failure } from '../../../core/backend/failure.js';
import type { ActivityDetail } from '../../contract/activity.js';
import type { ActivityReport } from '../../contract/directory.js';
import type { FocusTarget } from './focus-target.js';

/** The form with which a person reports a mistake in an activity. */
export type ReportState =
  | { readonly at: 'closed' | 'sent' }
  | { readonly at: 'open'; readonly issue?: 'kind'; readonly failure?: Failure }
  | { readonly at: 'sending'; readonly report: ActivityReport };

/** Whether the link was copied, and whether the QR code is shown on the screen. */
export interface ShareState {
  readonly isCopied: boolean;
  readonly isCode: boolean;
}

/** The activity that a person has opened. */
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

/** What can happen while an activity is open. */
export type OpenedEvent =
  | { readonly type: 'activity-loaded'; readonly id: string; readonly detail: ActivityDetail }
  | { readonly type: 'activity-failed'; readonly id: string; readonly failure: Failure }
  | { readonly type: 'try-again' }
  | { readonly type: 'toggle-code' }
  /** The link was copied, or the browser did not allow it. */
  | { readonly type: 'link-copied'; readonly isCopied: boolean }
  | { readonly type: 'toggle-report' }
  | {
      readonly type: 'send-report';
      readonly kind: ActivityReport['kind'] | undefined;
      readonly text: string;
    }
  | { readonly type: 'report-sent'; readonly report: ActivityReport }
  | { readonly type: 'report-failed'; readonly report: ActivityReport; readonly failure: Failure };

/** What a person can do with activities, in a finder and in a list. */
export type ActivityEvent =
  { readonly type: 'open'; readonly id: string } | { readonly type: 'back' } | OpenedEvent;

/** Neither copied nor shown as a QR code. */
export const notShared: ShareState = { isCopied: false, isCode: false };

/** The open activity after an event; the same state if the event does not apply. */
export function nextOpened(state: OpenedActivity, event: OpenedEvent): OpenedActivity {
  const { id } = state;
  switch (state.at) {
    case 'loading':
      if (!('id' in event) || event.id !== id) return state;
      return event.type === 'activity-loaded'
        ? { at: 'ready', id, detail: event.detail, report: { at: 'closed' }, share: notShared }
        : { at: 'failed', id, failure: event.failure };
    case 'failed':
      return event.type === 'try-again' ? { at: 'loading', id } : state;
    case 'ready': {
      const share = nextShare(state.share, event);
      const report = nextReport(state.report, event, id);
      return share === state.share && report === state.report ? state : { ...state, share, report };
    }
  }
}

/** The state of sharing after an event. If the link cannot be copied, the QR code is shown. */
export function nextShare(state: ShareState, event: OpenedEvent): ShareState {
  if (event.type === 'toggle-code') return { ...state, isCode: !state.isCode };
  if (event.type !== 'link-copied') return state;
  const { isCopied } = event;
  return { isCopied, isCode: state.isCode || !isCopied };
}

function nextReport(state: ReportState, event: OpenedEvent, activity: string): ReportState {
  switch (state.at) {
    case 'closed':
      return event.type === 'toggle-report' ? { at: 'open' } : state;
    case 'open': {
      if (event.type === 'toggle-report') return { at: 'closed' };
      if (event.type !== 'send-report') return state;
      const { kind, text } = event;
      if (!kind) return { at: 'open', issue: 'kind' };
      return { at: 'sending', report: { activity, kind, ...(text === '' ? {} : { text }) } };
    }
    case 'sending':
      // The form stays open until the response.
      if (!('report' in event) || event.report !== state.report) return state;
      return event.type === 'report-sent' ? { at: 'sent' } : { at: 'open', failure: event.failure };
    case 'sent':
      return state;
  }
}

/** Where the focus moves when the state of an activity changes. */
export function focusOnOpened(
  before: OpenedActivity,
  after: OpenedActivity,
): FocusTarget | undefined {
  if (after.at === 'failed') return { on: 'failure' };
  if (after.at !== 'ready' || before.at !== 'ready' || after.report === before.report)
    return undefined;
  const { report } = after;
  if (report.at === 'sent') return { on: 'report-sent' };
  if (report.at !== 'open') return undefined;
  if (report.failure) return { on: 'failure' };
  return report.issue ? { on: 'report' } : undefined;
}
