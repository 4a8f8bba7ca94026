import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type OpenedActivity,
  type OpenedEvent,
  focusOnOpened,
  nextOpened,
} from '../../../../../src/directory/activity/state/opened-activity-state.js';
import { detailOf, focusTold, openedTold } from '../../finder/state/finders.js';

const offline = { kind: 'offline' } as const;
const loading: OpenedActivity = { at: 'loading', id: 'a' };
const after = (state: OpenedActivity, ...events: readonly OpenedEvent[]): OpenedActivity =>
  events.reduce(nextOpened, state);
const told = (state: OpenedActivity, before: OpenedActivity): string =>
  `${openedTold(state)}${focusTold(undefined, focusOnOpened(before, state))}`;

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
  if (state.at !== 'ready' || state.report.is !== 'sending') throw new Error('nothing is sent');
  return state.report.report;
}
const report = reportIn(sending);
const notSent = after(sending, { type: 'report-failed', report, failure: offline });
const sent = after(sending, { type: 'report-sent', report });

type Line = readonly [title: string, from: OpenedActivity, event: OpenedEvent, to: string];

const table: readonly Line[] = [
  ['what is known of it is shown', loading, loaded, 'a'],
  [
    'what does not come is said',
    loading,
    { type: 'activity-failed', id: 'a', failure: offline },
    'a?offline ⇒ failure',
  ],
  ['it is asked for again', gone, { type: 'try-again' }, 'a…'],
  ['a mistake can be told', read, toggleReport, 'a report open'],
  ['or not', reporting, toggleReport, 'a'],
  ['a report says what is wrong', reporting, sendNothing, 'a report open !kind ⇒ report'],
  ['saying nothing twice is said twice', missing, sendNothing, 'a report open !kind ⇒ report'],
  ['a report is sent', missing, send, 'a report sending'],
  ['a report has arrived', sending, { type: 'report-sent', report }, 'a report sent ⇒ report-sent'],
  [
    'a report that did not arrive can be sent again',
    sending,
    { type: 'report-failed', report, failure: offline },
    'a report open !offline ⇒ failure',
  ],
  ['a report that did not arrive is sent again', notSent, send, 'a report sending'],
  [
    'a link is copied while a report is sent',
    sending,
    { type: 'link-copied', isCopied: true },
    'a report sending copied',
  ],
  ['a code is shown', read, { type: 'toggle-code' }, 'a code'],
  ['a code is hidden', after(read, { type: 'toggle-code' }), { type: 'toggle-code' }, 'a'],
  [
    'a link that cannot be copied is shown as a code',
    read,
    { type: 'link-copied', isCopied: false },
    'a code',
  ],
];

describe('an activity that is open', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(told(nextOpened(from, event), from), to);
    });

  it('is what a report is about, which has no words where there are none', () => {
    assert.deepEqual(report, { activity: 'a', kind: 'time', text: 'On Fridays now' });
    const short = after(reporting, { type: 'send-report', kind: 'place', text: '' });
    assert.deepEqual(reportIn(short), { activity: 'a', kind: 'place' });
  });
});

const meaningless: readonly (readonly [string, OpenedActivity, readonly OpenedEvent[]])[] = [
  [
    'while it is on its way',
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
    'where it could not be had',
    gone,
    [toggleReport, loaded, { type: 'link-copied', isCopied: true }],
  ],
  [
    'while it is read',
    read,
    [loaded, send, { type: 'try-again' }, { type: 'report-sent', report }],
  ],
  [
    'while a report is sent, which cannot be taken back',
    sending,
    [toggleReport, send, sendNothing, { type: 'report-sent', report: { ...report } }],
  ],
  [
    'once it is sent',
    sent,
    [toggleReport, send, { type: 'report-failed', report, failure: offline }],
  ],
];

describe('an event that means nothing to an activity changes nothing', () => {
  for (const [where, state, events] of meaningless)
    for (const event of events)
      it(`${where}: ${event.type}`, () => {
        assert.equal(nextOpened(state, event), state);
      });
});
