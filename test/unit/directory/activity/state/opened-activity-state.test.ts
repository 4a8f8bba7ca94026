import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type OpenedActivity,
  type OpenedEvent,
  focusOnOpened,
  nextOpened,
} from '../../../../../src/directory/activity/state/opened-activity-state.js';
import { detailOf, focusSummary, openedSummary } from '../../finder/state/finders.js';

const offline = { kind: 'offline' } as const;
const loading: OpenedActivity = { at: 'loading', id: 'a' };
const after = (state: OpenedActivity, ...events: readonly OpenedEvent[]): OpenedActivity =>
  events.reduce(nextOpened, state);
const summaryOf = (state: OpenedActivity, before: OpenedActivity): string =>
  `${openedSummary(state)}${focusSummary(undefined, focusOnOpened(before, state))}`;

const loaded: OpenedEvent = { type: 'activity-loaded', id: 'a', detail: detailOf('a') };
const toggleReport: OpenedEvent = { type: 'toggle-report' };
const send: OpenedEvent = { type: 'send-report', kind: 'time', text: 'On Fridays now' };
const sendNothing: OpenedEvent = { type: 'send-report', kind: undefined, text: '' };

const gone = after(loading, { type: 'activity-failed', id: 'a', failure: offline });
const read = after(loading, loaded);
const reporting = after(read, toggleReport);
const missing = after(reporting, sendNothing);
const sending = after(reporting, send);

function reportIn(state: OpenedActivity) {
  if (state.at !== 'ready' || state.report.at !== 'sending')
    throw new Error('no report is being sent');
  return state.report.report;
}
const report = reportIn(sending);
const notSent = after(sending, { type: 'report-failed', report, failure: offline });
const sent = after(sending, { type: 'report-sent', report });

type Row = readonly [title: string, from: OpenedActivity, event: OpenedEvent, to: string];

const table: readonly Row[] = [
  ['shows its details once they are loaded', loading, loaded, 'a'],
  [
    'shows the failure when its details cannot be loaded',
    loading,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline ⇒ failure',
  ],
  ['is loaded again when a person tries again', gone, { type: 'try-again' }, 'a…'],
  ['opens the report form when a person asks for it', read, toggleReport, 'a report open'],
  ['closes the report form when a person asks for it again', reporting, toggleReport, 'a'],
  [
    'asks what is wrong when a report is sent without it',
    reporting,
    sendNothing,
    'a report open !kind ⇒ report',
  ],
  [
    'asks again what is wrong when a report is sent without it twice',
    missing,
    sendNothing,
    'a report open !kind ⇒ report',
  ],
  ['sends a complete report', missing, send, 'a report sending'],
  [
    'says that a report was sent',
    sending,
    { type: 'report-sent', report },
    'a report sent ⇒ report-sent',
  ],
  [
    'shows the failure when a report cannot be sent',
    sending,
    { type: 'report-failed', report, failure: offline },
    'a report open !offline ⇒ failure',
  ],
  ['sends a report again after a failure', notSent, send, 'a report sending'],
  [
    'says that its link was copied while a report is being sent',
    sending,
    { type: 'link-copied', isCopied: true },
    'a report sending copied',
  ],
  ['shows the QR code when a person asks for it', read, { type: 'toggle-code' }, 'a code'],
  [
    'hides the QR code when a person asks again',
    after(read, { type: 'toggle-code' }),
    { type: 'toggle-code' },
    'a',
  ],
  [
    'shows the QR code when its link cannot be copied',
    read,
    { type: 'link-copied', isCopied: false },
    'a code',
  ],
];

describe('an open activity', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(summaryOf(nextOpened(from, event), from), to);
    });

  it('is named in a report, which has no text when none was typed', () => {
    assert.deepEqual(report, { activity: 'a', kind: 'time', text: 'On Fridays now' });
    const short = after(reporting, { type: 'send-report', kind: 'place', text: '' });
    assert.deepEqual(reportIn(short), { activity: 'a', kind: 'place' });
  });
});

const ignored: readonly (readonly [string, OpenedActivity, readonly OpenedEvent[]])[] = [
  [
    'while it is loading',
    loading,
    [
      toggleReport,
      send,
      { type: 'toggle-code' },
      { type: 'try-again' },
      { type: 'activity-failed', id: 'b', failure: offline },
    ],
  ],
  [
    'when it could not be loaded',
    gone,
    [toggleReport, loaded, { type: 'link-copied', isCopied: true }],
  ],
  [
    'while its details are shown',
    read,
    [loaded, send, { type: 'try-again' }, { type: 'report-sent', report }],
  ],
  [
    'while a report is being sent',
    sending,
    [toggleReport, send, sendNothing, { type: 'report-sent', report: { ...report } }],
  ],
  [
    'once a report was sent',
    sent,
    [toggleReport, send, { type: 'report-failed', report, failure: offline }],
  ],
];

describe('an open activity ignores events that do not apply to its state', () => {
  for (const [where, state, events] of ignored)
    for (const event of events)
      it(`${where}: ${event.type}`, () => {
        assert.equal(nextOpened(state, event), state);
      });
});
