import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Team } from '../../../../src/core/service/team.js';
import type { Failure } from '../../../../src/core/backend/failure.js';
import { answersOf } from '../../../../src/referral/journey/journey-answers.js';
import {
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  hasAnswers,
  newJourney,
  pageOf,
} from '../../../../src/referral/journey/journey-state.js';
import { next } from '../../../../src/referral/journey/referral-journey.js';
import { exampleProfile } from '../../core/service/example-profile.js';
import {
  after,
  answering,
  areaKnown,
  asked,
  journeyOf,
  receipt,
  validRaw,
  summaryOf,
  team,
  upTo,
  usualContext,
} from './journeys.js';

const onward: JourneyEvent = { type: 'continue' };
const failedBy = (failure: Failure): JourneyEvent => ({ type: 'send-failed', failure });
const areaFailed = (failure: Failure): JourneyEvent => ({
  type: 'area-failed',
  asked: { postcode: 'TS18 1HU', practice: undefined },
  failure,
});
const lostAnswer = failedBy({ kind: 'timeout' });
const rejectedFor = (...issues: readonly (readonly [string, string])[]): JourneyEvent =>
  failedBy({ kind: 'rejected', issues: issues.map(([field, code]) => ({ field, code })) });
const notEligible = (code: string): JourneyEvent =>
  failedBy({ kind: 'not-eligible', issues: [{ field: 'answers.birth.date', code }] });

const place = after(upTo('place'));
const filledPlace = after(
  [{ type: 'fill', question: 'place', raw: { postcode: 'TS18 1HU' } }],
  place,
);
const checkingArea = after([onward], filledPlace);
const birth = after(upTo('birth'));
const permission = after(upTo('permission'));
const check = after(upTo('check'));
const sending = after([{ type: 'send' }], check);
const sent = after([{ type: 'sent', receipt }], sending);
const stopped = after([{ type: 'decline' }], permission);
const failedSend = after([lostAnswer], sending);

const born = (year: string): JourneyEvent => ({
  type: 'fill',
  question: 'birth',
  raw: { 'date-day': '1', 'date-month': '1', 'date-year': year },
});

type Row = readonly [title: string, from: JourneyState, event: JourneyEvent, to: string];

const table: readonly Row[] = [
  ['goes to the first question from the start page', newJourney, onward, 'place'],
  [
    'says what is missing when a person continues without an answer',
    place,
    onward,
    'place !postcode:place.postcode.missing',
  ],
  [
    'checks the area when a person continues with a postcode',
    filledPlace,
    onward,
    'checking-area on place',
  ],
  [
    'goes to the next question when the postcode is covered',
    checkingArea,
    areaKnown(true),
    'birth',
  ],
  ['stops when the postcode is not covered', checkingArea, areaKnown(false), 'stop area'],
  [
    'shows the failure when the area cannot be checked',
    checkingArea,
    areaFailed({ kind: 'offline' }),
    'place ?offline',
  ],
  [
    'shows the issue when the backend rejects the postcode',
    checkingArea,
    areaFailed({
      kind: 'rejected',
      issues: [{ field: 'postcode', code: 'place.postcode.shape' }],
    }),
    'place !postcode:place.postcode.shape',
  ],
  [
    'stops checking the area when a person changes the postcode',
    checkingArea,
    { type: 'fill', question: 'place', raw: { postcode: 'M1 1AE' } },
    'place',
  ],
  [
    'goes to the next question after a date of birth',
    after([born('1967')], birth),
    onward,
    'needs',
  ],
  ['stops when the person is too young', after([born('2020')], birth), onward, 'stop too-young'],
  ['stops when a person declines', permission, { type: 'decline' }, 'stop declined'],
  [
    'goes to the check page after the last question',
    after([{ type: 'fill', question: 'permission', raw: { agreed: ['share'] } }], permission),
    onward,
    'check',
  ],
  [
    'goes to the question when a person changes an answer',
    check,
    { type: 'change', question: 'needs' },
    'needs',
  ],
  ['is sent from the check page when it is complete', check, { type: 'send' }, 'sending on check'],
  ['is sent once the backend has stored it', sending, { type: 'sent', receipt }, 'sent reachable'],
  ['stays on the check page when the response is lost', sending, lostAnswer, 'check ?timeout'],
  [
    'stays on the check page when there is no connection',
    sending,
    failedBy({ kind: 'offline' }),
    'check ?offline',
  ],
  [
    'stays on the check page when the backend is unavailable',
    sending,
    failedBy({ kind: 'unavailable', status: 503 }),
    'check ?unavailable',
  ],
  [
    'stays on the check page when the backend refuses it',
    sending,
    failedBy({ kind: 'refused', status: 403 }),
    'check ?refused',
  ],
  [
    'stays on the check page when the response is unreadable',
    sending,
    failedBy({ kind: 'unreadable' }),
    'check ?unreadable',
  ],
  ['is sent again after a failure', failedSend, { type: 'send' }, 'sending on check'],
  [
    'goes to the page of the first rejected answer',
    sending,
    rejectedFor(
      ['answers.name.full', 'name.full.long'],
      ['answers.needs.choices', 'needs.choices.unknown'],
    ),
    'name !full:name.full.long',
  ],
  [
    'shows the issue of an entry of a list at the field',
    sending,
    rejectedFor(['answers.contact.ways.0', 'field.shape']),
    'contact !ways:field.shape',
  ],
  [
    'stays on the check page when the rejected member has no page',
    sending,
    rejectedFor(['language', 'field.shape']),
    'check ?rejected',
  ],
  [
    'goes to the page of a rejected answer even when a rejected member without a page comes first',
    sending,
    rejectedFor(['language', 'field.shape'], ['answers.birth.date', 'birth.date.future']),
    'birth !date:birth.date.future',
  ],
  [
    'stops when the backend says that the person is too young',
    sending,
    notEligible('eligibility.too-young'),
    'stop too-young',
  ],
  [
    'stops when the backend says that the person is too old',
    sending,
    notEligible('eligibility.too-old'),
    'stop too-old',
  ],
  [
    'stops when the backend says that the area is not covered',
    sending,
    notEligible('eligibility.area'),
    'stop area',
  ],
  [
    'stops when the backend says that the team is closed',
    sending,
    notEligible('eligibility.closed'),
    'stop closed',
  ],
  [
    'asks for permission again when its wording changed before the referral was sent',
    sending,
    { type: 'consent-changed' },
    'permission !agreed:permission.agreed.changed',
  ],
  [
    'asks for permission again when its wording changed while it is read',
    permission,
    { type: 'consent-changed' },
    'permission !agreed:permission.agreed.changed',
  ],
  ['goes back to the page before', birth, { type: 'go-to', position: 1 }, 'place'],
  ['goes back to the start page', check, { type: 'go-to', position: 0 }, 'start'],
  [
    'goes back to the question from a page that stopped the journey',
    stopped,
    { type: 'go-to', position: 11 },
    'permission',
  ],
  ['starts again when it is cleared', check, { type: 'clear' }, 'start'],
  ['starts again when it is cleared after it was sent', sent, { type: 'clear' }, 'start'],
];

describe('a referral journey', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(summaryOf(next(from, event, usualContext)), to);
    });
});

const ignored: readonly (readonly [string, JourneyState, readonly JourneyEvent[]])[] = [
  [
    'on the start page',
    newJourney,
    [
      { type: 'clear' },
      { type: 'send' },
      { type: 'decline' },
      { type: 'change', question: 'name' },
      areaKnown(true),
      { type: 'sent', receipt },
      lostAnswer,
      { type: 'go-to', position: 0 },
      { type: 'go-to', position: 1 },
      { type: 'go-to', position: -1 },
      { type: 'go-to', position: Number.NaN },
    ],
  ],
  [
    'on a question',
    place,
    [
      { type: 'send' },
      { type: 'change', question: 'name' },
      areaKnown(true),
      { type: 'sent', receipt },
      lostAnswer,
      { type: 'go-to', position: 1 },
      { type: 'go-to', position: 7 },
    ],
  ],
  [
    'while the area is checked',
    checkingArea,
    [
      onward,
      { type: 'send' },
      { type: 'decline' },
      { type: 'change', question: 'name' },
      areaKnown(true, 'M1 1AE'),
      {
        type: 'area-failed',
        asked: { postcode: 'M1 1AE', practice: undefined },
        failure: { kind: 'offline' },
      },
      { type: 'go-to', position: 0 },
      { type: 'sent', receipt },
      { type: 'consent-changed' },
    ],
  ],
  [
    'on the check page',
    check,
    [onward, { type: 'decline' }, areaKnown(false), { type: 'sent', receipt }, lostAnswer],
  ],
  [
    'while it is being sent',
    sending,
    [
      { type: 'clear' },
      { type: 'send' },
      onward,
      { type: 'decline' },
      { type: 'change', question: 'name' },
      { type: 'fill', question: 'name', raw: { full: 'Somebody else' } },
      { type: 'go-to', position: 0 },
      areaKnown(false),
    ],
  ],
  [
    'after it was sent',
    sent,
    [
      { type: 'send' },
      onward,
      { type: 'decline' },
      { type: 'change', question: 'name' },
      { type: 'fill', question: 'name', raw: { full: 'Somebody else' } },
      { type: 'go-to', position: 0 },
      { type: 'sent', receipt: { ...receipt, reference: 'AAAAAAAA' } },
      { type: 'consent-changed' },
      lostAnswer,
    ],
  ],
  [
    'on a page that stopped the journey',
    stopped,
    [
      onward,
      { type: 'send' },
      { type: 'decline' },
      { type: 'change', question: 'name' },
      lostAnswer,
    ],
  ],
];

describe('a referral journey ignores events that do not apply to its state', () => {
  for (const [where, state, events] of ignored)
    for (const event of events)
      it(`${where}: ${event.type}${'position' in event ? ` ${String(event.position)}` : ''}`, () => {
        assert.equal(next(state, event, usualContext), state);
      });
});

describe('a person who goes through the questions', () => {
  it('is asked each of them once, in order', () => {
    const kinds = journeyOf(check).trail.map((page) =>
      page.kind === 'question' ? page.id : page.kind,
    );
    assert.equal(
      kinds.join(' '),
      'start place birth needs matters name contact details times practice support permission check',
    );
  });
  it('is not asked what the service has switched off', () => {
    const questions = {
      birth: 'off',
      needs: 'off',
      matters: 'off',
      practice: 'off',
      support: 'off',
    } as const;
    const context: JourneyContext = { ...usualContext, profile: exampleProfile({ questions }) };
    const ids = ['place', 'name', 'contact', 'details', 'times', 'permission'];
    const state = after(
      [onward, ...ids.flatMap((id) => answering(id, validRaw[id] ?? {}))],
      newJourney,
      context,
    );
    assert.equal(summaryOf(state), 'check');
    assert.equal(summaryOf(next(state, { type: 'send' }, context)), 'sending on check');
  });
  it('is not asked for times when they want letters', () => {
    const state = after(
      [
        ...answering('contact', { ways: ['letter'] }),
        ...answering('details', {
          addressLine1: '1 High Street',
          town: 'Northside',
          letterSafe: 'yes',
        }),
      ],
      after(upTo('contact')),
    );
    assert.equal(summaryOf(state), 'practice');
  });
  describe('whose GP practice may decide which team takes them', () => {
    const waiting = team({ capacity: { state: 'waiting-list' } });
    const closed = team({ capacity: { state: 'closed' } });
    const known = (
      teams: readonly Team[],
      practice?: string,
      byPractice = practice === undefined,
    ): JourneyEvent => ({
      type: 'area-known',
      asked: { postcode: 'TS18 1HU', practice },
      coverage: { covered: teams.length > 0, teams: [...teams], byPractice },
    });
    const registered = answering('practice', {
      status: 'registered',
      name: 'A',
      'name-code': 'A81001',
    });
    const between = ['birth', 'needs', 'matters', 'name', 'contact', 'details', 'times'];
    const atPractice = (): JourneyState =>
      after(
        [known([team()]), ...between.flatMap((id) => answering(id, validRaw[id] ?? {}))],
        checkingArea,
      );

    it('has the area checked again with the practice, and goes on', () => {
      const asking = after(registered, atPractice());
      assert.equal(summaryOf(asking), 'checking-area on practice');
      assert.equal(summaryOf(after([known([team()], 'A81001')], asking)), 'support');
    });
    it('reads of the wait for the team of the practice', () => {
      const state = after([...registered, known([waiting], 'A81001')], atPractice());
      assert.equal(summaryOf(state), 'wait');
    });
    it('does not have the area checked again without a practice', () => {
      const state = after(answering('practice', { status: 'not-sure' }), atPractice());
      assert.equal(summaryOf(state), 'support');
    });
    it('is asked for the practice when the teams of their area are closed', () => {
      const asked = after([known([closed])], checkingArea);
      assert.equal(summaryOf(asked), 'practice');
      const answered = after(registered, asked);
      assert.equal(summaryOf(after([known([team()], 'A81001')], answered)), 'birth');
      assert.equal(summaryOf(after([known([closed], 'A81001')], answered)), 'stop closed');
      const unsure = after(answering('practice', { status: 'not-sure' }), asked);
      assert.equal(summaryOf(after([known([closed], '')], unsure)), 'stop closed');
    });
    it('has the area checked again when they change the practice', () => {
      const first = after([...registered, known([team()], 'A81001')], atPractice());
      const other = answering('practice', {
        status: 'registered',
        name: 'B',
        'name-code': 'A81002',
      });
      const back = after([{ type: 'go-to', position: journeyOf(first).position - 1 }], first);
      assert.equal(summaryOf(after(other, back)), 'checking-area on practice');
    });
  });
  it('has their postcode checked only once, unless they change it', () => {
    const again = after([{ type: 'go-to', position: 1 }, onward], birth);
    assert.equal(summaryOf(again), 'birth');
    const other = after(
      [
        { type: 'go-to', position: 1 },
        { type: 'fill', question: 'place', raw: { postcode: 'M1 1AE' } },
        onward,
      ],
      birth,
    );
    assert.equal(summaryOf(other), 'checking-area on place');
  });
  it('has no postcode checked when they have no fixed address', () => {
    const state = after(
      [{ type: 'fill', question: 'place', raw: { noFixedAddress: 'yes' } }, onward],
      place,
    );
    assert.equal(summaryOf(state), 'birth');
  });
  it('continues from the page that they went back to', () => {
    const back = after([{ type: 'go-to', position: 1 }], birth);
    const state = after([onward], back);
    assert.deepEqual(journeyOf(state).trail, [{ kind: 'start' }, asked('place'), asked('birth')]);
  });
  it('can go forward again to a page that they went back from', () => {
    const state = after(
      [
        { type: 'go-to', position: 0 },
        { type: 'go-to', position: 2 },
      ],
      birth,
    );
    assert.equal(summaryOf(state), 'birth');
  });
  it('can correct their postcode when it is not covered', () => {
    const state = after(
      [areaKnown(false), { type: 'go-to', position: 1 }, onward, areaKnown(true)],
      checkingArea,
    );
    assert.equal(summaryOf(state), 'birth');
  });
  it('can change their mind after they declined', () => {
    const state = after(
      [{ type: 'go-to', position: 11 }, ...answering('permission', { agreed: ['share'] })],
      stopped,
    );
    assert.equal(summaryOf(state), 'check');
  });
});

describe('a person who changes an answer', () => {
  const changing = (id: string, raw = validRaw[id] ?? {}): JourneyState =>
    after([{ type: 'change', question: id }, ...answering(id, raw)], check);

  it('returns directly to the check page', () => {
    assert.equal(summaryOf(changing('name', { full: 'Maya O’Hara' })), 'check');
    assert.equal(
      journeyOf(changing('name', { full: 'Maya O’Hara' })).raw['name']?.['full'],
      'Maya O’Hara',
    );
  });
  it('is asked what the change makes necessary before they return to the check page', () => {
    const details = changing('contact', { ways: ['email'] });
    assert.equal(summaryOf(details), 'details');
    assert.equal(
      summaryOf(
        after(answering('details', { email: 'maya@example.com', emailSafe: 'yes' }), details),
      ),
      'check',
    );
  });
  it('has a new postcode checked', () => {
    const state = after(
      [
        { type: 'change', question: 'place' },
        { type: 'fill', question: 'place', raw: { postcode: 'TS1 1AA' } },
        onward,
      ],
      check,
    );
    assert.equal(summaryOf(state), 'checking-area on place');
    assert.equal(summaryOf(after([areaKnown(true, 'TS1 1AA')], state)), 'check');
  });
  it('is stopped when the service does not take them any more', () => {
    const state = after([{ type: 'change', question: 'birth' }, born('2020'), onward], check);
    assert.equal(summaryOf(state), 'stop too-young');
  });
  it('can go back to the check page, which keeps what they typed', () => {
    const position = journeyOf(check).position;
    const state = after(
      [
        { type: 'change', question: 'name' },
        { type: 'fill', question: 'name', raw: { full: 'Someone' } },
        { type: 'go-to', position },
      ],
      check,
    );
    assert.equal(summaryOf(state), 'check');
    assert.equal(journeyOf(state).raw['name']?.['full'], 'Someone');
  });
  it('is returned to a question that they left empty when they send', () => {
    const { position } = journeyOf(check);
    const state = after(
      [
        { type: 'change', question: 'name' },
        { type: 'fill', question: 'name', raw: { full: '' } },
        { type: 'go-to', position },
        { type: 'send' },
      ],
      check,
    );
    assert.equal(summaryOf(state), 'name !full:name.full.missing');
  });
});

describe('the answers of a referral journey', () => {
  it('are those of the questions that are asked, in the form in which they are sent', () => {
    assert.deepEqual(answersOf(journeyOf(check), usualContext), {
      place: { postcode: 'TS18 1HU' },
      birth: { date: '1967-03-27' },
      needs: { choices: ['lonely'] },
      matters: { text: 'Singing' },
      name: { full: 'Maya Example' },
      contact: { ways: ['phone'] },
      details: { phone: '01632 960 001', leaveMessage: 'yes' },
      times: { choices: ['morning'] },
      practice: { status: 'not-sure' },
      permission: { agreed: ['share'], version: '2026-11' },
    });
  });
  it('keep those to questions that are no longer asked, which are not sent', () => {
    const state = after(
      [{ type: 'change', question: 'contact' }, ...answering('contact', { ways: ['none'] })],
      check,
    );
    assert.equal(journeyOf(state).raw['times']?.['choices']?.[0], 'morning');
    const answers = answersOf(journeyOf(state), usualContext);
    assert.equal('times' in answers, false);
    assert.equal('details' in answers, false);
  });
  it('are kept when the response is lost', () => {
    assert.equal(journeyOf(failedSend), journeyOf(sending));
  });
  it('are kept after every failure and when a person goes back', () => {
    const failures: readonly Failure[] = [
      { kind: 'offline' },
      { kind: 'timeout' },
      { kind: 'cancelled' },
      { kind: 'rejected', issues: [{ field: 'answers.name.full', code: 'name.full.long' }] },
      { kind: 'not-eligible', issues: [] },
      { kind: 'refused', status: 403 },
      { kind: 'unavailable', status: 503 },
      { kind: 'unreadable' },
    ];
    for (const failure of failures) {
      const state = after([failedBy(failure), { type: 'go-to', position: 0 }], sending);
      assert.deepEqual(journeyOf(state).raw, journeyOf(check).raw, failure.kind);
      assert.equal(summaryOf(state), 'start');
    }
  });
  it('lose only the permission when its wording changed', () => {
    const { raw } = journeyOf(after([{ type: 'consent-changed' }], sending));
    const { permission: _, ...others } = journeyOf(check).raw;
    assert.deepEqual(raw, others);
  });
  it('are cleared once they are sent', () => {
    assert.equal('journey' in sent, false);
    assert.equal(JSON.stringify(sent).includes('Maya'), false);
    assert.equal(hasAnswers(sent), false);
  });
  it('exist as soon as something is typed or chosen', () => {
    assert.equal(hasAnswers(newJourney), false);
    assert.equal(hasAnswers(place), false);
    assert.equal(hasAnswers(filledPlace), true);
    assert.equal(hasAnswers(checkingArea), true);
    const emptied = after(
      [{ type: 'fill', question: 'place', raw: { postcode: '', choices: [] } }],
      filledPlace,
    );
    assert.equal(hasAnswers(emptied), false);
  });
});

describe('a person who can give no phone number, email or postal address', () => {
  const by = (otherWay: string): string =>
    summaryOf(
      after(
        [
          { type: 'change', question: 'contact' },
          ...answering('contact', { ways: ['none'] }),
          { type: 'change', question: 'details' },
          ...answering('details', { otherWay }),
          { type: 'send' },
          { type: 'sent', receipt },
        ],
        check,
      ),
    );
  it('is told to call after the referral was sent', () => {
    assert.equal(by(''), 'sent unreachable');
  });
  it('is not told to call when they give another way to reach them', () => {
    assert.equal(by('Through the library'), 'sent reachable');
  });
});

describe('a page of a referral journey', () => {
  it('is the start page when the position is outside the trail', () => {
    assert.deepEqual(pageOf({ raw: {}, trail: [], position: 3, hasReachedCheck: false }), {
      kind: 'start',
    });
  });
  it('keeps its issues while a person types, until they continue', () => {
    const wrong = after([onward], place);
    const typing = after([{ type: 'fill', question: 'place', raw: { postcode: 'T' } }], wrong);
    assert.equal(summaryOf(typing), 'place !postcode:place.postcode.missing');
    assert.equal(summaryOf(after([onward], typing)), 'place !postcode:place.postcode.shape');
  });
  it('has no issues when a person comes back to it', () => {
    const wrong = after([onward], place);
    const back = after(
      [
        { type: 'go-to', position: 0 },
        { type: 'go-to', position: 1 },
      ],
      wrong,
    );
    assert.equal(summaryOf(back), 'place');
  });
});

describe('a service that changes its questions while a person answers', () => {
  it('has the new questions asked before the referral is sent', () => {
    const context = {
      ...usualContext,
      profile: exampleProfile({ questions: { support: 'required', matters: 'required' } }),
    };
    const emptied = after(
      [{ type: 'fill', question: 'matters', raw: { text: '' } }],
      check,
      context,
    );
    assert.equal(
      summaryOf(next(emptied, { type: 'send' }, context)),
      'matters !text:matters.text.missing',
    );
  });
});
