import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
  rightRaw,
  told,
  upTo,
  world,
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

type Line = readonly [title: string, from: JourneyState, event: JourneyEvent, to: string];

const table: readonly Line[] = [
  ['starting leads to the first question', newJourney, onward, 'place'],
  [
    'going on with nothing says what is missing',
    place,
    onward,
    'place !postcode:place.postcode.missing',
  ],
  ['a postcode is looked up', filledPlace, onward, 'checking-area on place'],
  ['a covered postcode leads on', checkingArea, areaKnown(true), 'birth'],
  ['another area stops', checkingArea, areaKnown(false), 'stop area'],
  [
    'an area that cannot be looked up is said',
    checkingArea,
    areaFailed({ kind: 'offline' }),
    'place ?offline',
  ],
  [
    'a postcode that the backend does not take is wrong',
    checkingArea,
    areaFailed({
      kind: 'rejected',
      issues: [{ field: 'postcode', code: 'place.postcode.shape' }],
    }),
    'place !postcode:place.postcode.shape',
  ],
  [
    'typing on while the area is looked up is heard',
    checkingArea,
    { type: 'fill', question: 'place', raw: { postcode: 'M1 1AE' } },
    'place',
  ],
  ['a date of birth leads on', after([born('1967')], birth), onward, 'needs'],
  ['a child is too young', after([born('2020')], birth), onward, 'stop too-young'],
  ['declining stops', permission, { type: 'decline' }, 'stop declined'],
  [
    'the last question leads to the check page',
    after([{ type: 'fill', question: 'permission', raw: { agreed: ['share'] } }], permission),
    onward,
    'check',
  ],
  ['changing leads to the question', check, { type: 'change', question: 'needs' }, 'needs'],
  ['sending what is complete sends', check, { type: 'send' }, 'sending on check'],
  ['what is stored is sent', sending, { type: 'sent', receipt }, 'sent reachable'],
  ['a lost answer keeps the check page', sending, lostAnswer, 'check ?timeout'],
  ['no connection keeps the check page', sending, failedBy({ kind: 'offline' }), 'check ?offline'],
  [
    'trouble keeps the check page',
    sending,
    failedBy({ kind: 'unavailable', status: 503 }),
    'check ?unavailable',
  ],
  [
    'a refusal keeps the check page',
    sending,
    failedBy({ kind: 'refused', status: 403 }),
    'check ?refused',
  ],
  [
    'an odd answer keeps the check page',
    sending,
    failedBy({ kind: 'unreadable' }),
    'check ?unreadable',
  ],
  ['sending again after a failure sends', failedSend, { type: 'send' }, 'sending on check'],
  [
    'a rejected answer leads to its page',
    sending,
    rejectedFor(
      ['answers.name.full', 'name.full.long'],
      ['answers.needs.choices', 'needs.choices.unknown'],
    ),
    'name !full:name.full.long',
  ],
  [
    'a rejected answer within a list leads to its field',
    sending,
    rejectedFor(['answers.contact.ways.0', 'field.shape']),
    'contact !ways:field.shape',
  ],
  [
    'what has no page stays on the check page',
    sending,
    rejectedFor(['language', 'field.shape']),
    'check ?rejected',
  ],
  [
    'a page is found behind what has none',
    sending,
    rejectedFor(['language', 'field.shape'], ['answers.birth.date', 'birth.date.future']),
    'birth !date:birth.date.future',
  ],
  [
    'too young at the backend stops',
    sending,
    notEligible('eligibility.too-young'),
    'stop too-young',
  ],
  ['too old at the backend stops', sending, notEligible('eligibility.too-old'), 'stop too-old'],
  ['not covered at the backend stops', sending, notEligible('eligibility.area'), 'stop area'],
  ['a closed team at the backend stops', sending, notEligible('eligibility.closed'), 'stop closed'],
  [
    'changed wording while sending is read again',
    sending,
    { type: 'consent-changed' },
    'permission !agreed:permission.agreed.changed',
  ],
  [
    'changed wording while reading is read again',
    permission,
    { type: 'consent-changed' },
    'permission !agreed:permission.agreed.changed',
  ],
  ['going back shows the page before', birth, { type: 'go-to', position: 1 }, 'place'],
  ['going back to the start shows it', check, { type: 'go-to', position: 0 }, 'start'],
  [
    'going back from a stop shows the question',
    stopped,
    { type: 'go-to', position: 11 },
    'permission',
  ],
  ['clearing begins anew', check, { type: 'clear' }, 'start'],
  ['clearing what was sent begins anew', sent, { type: 'clear' }, 'start'],
];

describe('a referral', () => {
  for (const [title, from, event, to] of table)
    it(title, () => {
      assert.equal(told(next(from, event, world)), to);
    });
});

const meaningless: readonly (readonly [string, JourneyState, readonly JourneyEvent[]])[] = [
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
    'while the area is looked up',
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
    'while it is sent: a second press is nothing, and it cannot be taken back',
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
    'once it is sent',
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
    'on a page that stops',
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

describe('an event that means nothing changes nothing', () => {
  for (const [where, state, events] of meaningless)
    for (const event of events)
      it(`${where}: ${event.type}${'position' in event ? ` ${String(event.position)}` : ''}`, () => {
        assert.equal(next(state, event, world), state);
      });
});

describe('the way through the questions', () => {
  it('leads past all of them in order, once', () => {
    const kinds = journeyOf(check).trail.map((page) =>
      page.kind === 'question' ? page.id : page.kind,
    );
    assert.equal(
      kinds.join(' '),
      'start place birth needs matters name contact details times practice support permission check',
    );
  });
  it('leaves out what the service does not ask', () => {
    const questions = {
      birth: 'off',
      needs: 'off',
      matters: 'off',
      practice: 'off',
      support: 'off',
    } as const;
    const context: JourneyContext = { ...world, profile: exampleProfile({ questions }) };
    const ids = ['place', 'name', 'contact', 'details', 'times', 'permission'];
    const state = after(
      [onward, ...ids.flatMap((id) => answering(id, rightRaw[id] ?? {}))],
      newJourney,
      context,
    );
    assert.equal(told(state), 'check');
    assert.equal(told(next(state, { type: 'send' }, context)), 'sending on check');
  });
  it('leaves out times for somebody who wants letters', () => {
    const state = after(
      [
        ...answering('contact', { ways: ['letter'] }),
        ...answering('details', { addressLine1: '1 High Street', town: 'Northside' }),
      ],
      after(upTo('contact')),
    );
    assert.equal(told(state), 'practice');
  });
  it('does not ask the backend about a postcode twice', () => {
    const again = after([{ type: 'go-to', position: 1 }, onward], birth);
    assert.equal(told(again), 'birth');
    const other = after(
      [
        { type: 'go-to', position: 1 },
        { type: 'fill', question: 'place', raw: { postcode: 'M1 1AE' } },
        onward,
      ],
      birth,
    );
    assert.equal(told(other), 'checking-area on place');
  });
  it('asks the backend nothing about somebody with no fixed address', () => {
    const state = after(
      [{ type: 'fill', question: 'place', raw: { noFixedAddress: 'yes' } }, onward],
      place,
    );
    assert.equal(told(state), 'birth');
  });
  it('goes on from where a person went back to, and forgets the pages they left', () => {
    const back = after([{ type: 'go-to', position: 1 }], birth);
    const state = after([onward], back);
    assert.deepEqual(journeyOf(state).trail, [{ kind: 'start' }, asked('place'), asked('birth')]);
  });
  it('lets a person go forward again to a page they went back from', () => {
    const state = after(
      [
        { type: 'go-to', position: 0 },
        { type: 'go-to', position: 2 },
      ],
      birth,
    );
    assert.equal(told(state), 'birth');
  });
  it('lets a person whose area is not covered mend their postcode', () => {
    const state = after(
      [areaKnown(false), { type: 'go-to', position: 1 }, onward, areaKnown(true)],
      checkingArea,
    );
    assert.equal(told(state), 'birth');
  });
  it('lets a person who declined change their mind', () => {
    const state = after(
      [{ type: 'go-to', position: 11 }, ...answering('permission', { agreed: ['share'] })],
      stopped,
    );
    assert.equal(told(state), 'check');
  });
});

describe('changing an answer', () => {
  const changing = (id: string, raw = rightRaw[id] ?? {}): JourneyState =>
    after([{ type: 'change', question: id }, ...answering(id, raw)], check);

  it('leads straight back to the check page', () => {
    assert.equal(told(changing('name', { full: 'Maya O’Hara' })), 'check');
    assert.equal(
      journeyOf(changing('name', { full: 'Maya O’Hara' })).raw['name']?.['full'],
      'Maya O’Hara',
    );
  });
  it('asks what the change made necessary, and then comes back', () => {
    const details = changing('contact', { ways: ['email'] });
    assert.equal(told(details), 'details');
    assert.equal(
      told(after(answering('details', { email: 'maya@example.com' }), details)),
      'check',
    );
  });
  it('looks a new postcode up', () => {
    const state = after(
      [
        { type: 'change', question: 'place' },
        { type: 'fill', question: 'place', raw: { postcode: 'TS1 1AA' } },
        onward,
      ],
      check,
    );
    assert.equal(told(state), 'checking-area on place');
    assert.equal(told(after([areaKnown(true, 'TS1 1AA')], state)), 'check');
  });
  it('may turn out that the service is not for them', () => {
    const state = after([{ type: 'change', question: 'birth' }, born('2020'), onward], check);
    assert.equal(told(state), 'stop too-young');
  });
  it('can be left with Back, which keeps what was typed', () => {
    const position = journeyOf(check).position;
    const state = after(
      [
        { type: 'change', question: 'name' },
        { type: 'fill', question: 'name', raw: { full: 'Someone' } },
        { type: 'go-to', position },
      ],
      check,
    );
    assert.equal(told(state), 'check');
    assert.equal(journeyOf(state).raw['name']?.['full'], 'Someone');
  });
  it('sends nobody on who emptied a page and came back to the check page', () => {
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
    assert.equal(told(state), 'name !full:name.full.missing');
  });
});

describe('answers', () => {
  it('are those of the questions that are asked, as they will be sent', () => {
    assert.deepEqual(answersOf(journeyOf(check), world), {
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
  it('to questions no longer asked are kept, but not sent', () => {
    const state = after(
      [{ type: 'change', question: 'contact' }, ...answering('contact', { ways: ['none'] })],
      check,
    );
    assert.equal(journeyOf(state).raw['times']?.['choices']?.[0], 'morning');
    const answers = answersOf(journeyOf(state), world);
    assert.equal('times' in answers, false);
    assert.equal('details' in answers, false);
  });
  it('survive a lost answer', () => {
    assert.equal(journeyOf(failedSend), journeyOf(sending));
  });
  it('survive every failure, and every way back', () => {
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
      assert.equal(told(state), 'start');
    }
  });
  it('lose the permission when its wording changed, and nothing else', () => {
    const { raw } = journeyOf(after([{ type: 'consent-changed' }], sending));
    const { permission: _, ...others } = journeyOf(check).raw;
    assert.deepEqual(raw, others);
  });
  it('are gone once they are sent', () => {
    assert.equal('journey' in sent, false);
    assert.equal(JSON.stringify(sent).includes('Maya'), false);
    assert.equal(hasAnswers(sent), false);
  });
  it('are there as soon as something is typed or chosen', () => {
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

describe('somebody who can give neither phone, email nor address', () => {
  const by = (otherWay: string): string =>
    told(
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
  it('is told to call', () => {
    assert.equal(by(''), 'sent unreachable');
  });
  it('is not, when there is another way to reach them', () => {
    assert.equal(by('Through the library'), 'sent reachable');
  });
});

describe('a page', () => {
  it('that does not exist is the start page', () => {
    assert.deepEqual(pageOf({ raw: {}, trail: [], position: 3, hasReachedCheck: false }), {
      kind: 'start',
    });
  });
  it('keeps what is wrong on it while a person types, until they go on', () => {
    const wrong = after([onward], place);
    const typing = after([{ type: 'fill', question: 'place', raw: { postcode: 'T' } }], wrong);
    assert.equal(told(typing), 'place !postcode:place.postcode.missing');
    assert.equal(told(after([onward], typing)), 'place !postcode:place.postcode.shape');
  });
  it('loses what was wrong on it when a person comes back to it', () => {
    const wrong = after([onward], place);
    const back = after(
      [
        { type: 'go-to', position: 0 },
        { type: 'go-to', position: 1 },
      ],
      wrong,
    );
    assert.equal(told(back), 'place');
  });
});

describe('a service that changed its questions while somebody answered the old ones', () => {
  it('has the new ones asked before anything is sent', () => {
    const context = {
      ...world,
      profile: exampleProfile({ questions: { support: 'required', matters: 'required' } }),
    };
    const emptied = after(
      [{ type: 'fill', question: 'matters', raw: { text: '' } }],
      check,
      context,
    );
    assert.equal(
      told(next(emptied, { type: 'send' }, context)),
      'matters !text:matters.text.missing',
    );
  });
});
