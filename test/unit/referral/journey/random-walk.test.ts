import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Failure } from '../../../../src/core/backend/failure.js';
import { questionsOf } from '../../../../src/referral/contract/questions/asked-questions.js';
import { selfPages } from '../../../../src/referral/contract/questions/questions-for-self.js';
import type { RawAnswer } from '../../../../src/referral/contract/questions/question.js';
import {
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  newJourney,
  pageOf,
} from '../../../../src/referral/journey/journey-state.js';
import { next } from '../../../../src/referral/journey/referral-journey.js';
import { exampleProfile, today } from '../../core/service/example-profile.js';
import { after, areaKnown, journeyOf, receipt, validRaw, summaryOf } from './journeys.js';
import { type Pick, numbersFrom, pickerFrom } from '../../random.js';

const invalidRaw: readonly [RawAnswer, ...RawAnswer[]] = [
  {},
  { postcode: 'nowhere', full: '', text: 'x'.repeat(3000), 'date-day': '1' },
  { 'date-day': '1', 'date-month': '1', 'date-year': '2020' },
  { ways: ['none'] },
  { ways: ['email', 'letter'] },
  { agreed: ['gp'], choices: ['dragons'] },
  { noFixedAddress: 'yes', status: 'registered' },
];

const failures: readonly [Failure, ...Failure[]] = [
  { kind: 'offline' },
  { kind: 'timeout' },
  { kind: 'cancelled' },
  { kind: 'refused', status: 403 },
  { kind: 'unavailable', status: 503 },
  { kind: 'unreadable' },
  { kind: 'rejected', issues: [] },
  { kind: 'rejected', issues: [{ field: 'answers.needs.choices', code: 'needs.choices.unknown' }] },
  { kind: 'rejected', issues: [{ field: 'language', code: 'field.shape' }] },
  { kind: 'not-eligible', issues: [{ field: 'answers.x', code: 'eligibility.too-old' }] },
];

const ids = questionsOf({ pages: selfPages }).map(({ id }) => id);

function randomEvent(state: JourneyState, pick: Pick): JourneyEvent {
  const page = state.at === 'sent' ? { kind: 'start' as const } : pageOf(state.journey);
  const here = page.kind === 'question' ? page.id : 'place';
  const question = pick([here, here, here, pick([here, ...ids])]);
  const raw = pick([validRaw[question] ?? {}, validRaw[question] ?? {}, pick(invalidRaw)]);
  return pick<JourneyEvent>([
    { type: 'fill', question, raw },
    { type: 'fill', question, raw },
    { type: 'continue' },
    { type: 'continue' },
    { type: 'continue' },
    areaKnown(true),
    areaKnown(pick([true, false])),
    { type: 'send' },
    pick<JourneyEvent>([
      { type: 'decline' },
      { type: 'change', question },
      { type: 'go-to', position: pick([0, 1, 2, 5, 11, 40, -1]) },
      { type: 'send-failed', failure: pick(failures) },
      {
        type: 'area-failed',
        asked: { postcode: 'TS18 1HU', practice: undefined },
        failure: pick(failures),
      },
      { type: 'consent-changed' },
      { type: 'sent', receipt },
      pick<JourneyEvent>([{ type: 'clear' }, { type: 'send' }, { type: 'continue' }]),
    ]),
  ]);
}

function assertValid(state: JourneyState): void {
  if (state.at === 'sent') {
    assert.deepEqual(Object.keys(state).sort(), ['at', 'canBeReached', 'receipt']);
    return;
  }
  const { trail, position, hasReachedCheck } = state.journey;
  assert.ok(position >= 0 && position < trail.length, 'the position is in the trail');
  assert.equal(trail[0]?.kind, 'start');
  assert.ok(
    trail.every((page) => page.kind !== 'question' || ids.includes(page.id)),
    'all pages of the trail exist',
  );
  assert.ok(hasReachedCheck || trail.every(({ kind }) => kind !== 'check'));
  const page = pageOf(state.journey);
  if (state.at === 'sending') assert.equal(page.kind, 'check');
  if (state.at === 'checking-area') {
    assert.deepEqual(page, { kind: 'question', id: 'place' });
    assert.match(state.asked.postcode, /^[A-Z0-9]+ \d[A-Z]{2}$/);
  }
  if (state.at === 'page' && state.issues.length > 0) assert.equal(page.kind, 'question');
}

/** The values without empty pages. */
const withoutEmpty = (
  raw: Readonly<Record<string, RawAnswer>>,
): Readonly<Record<string, RawAnswer>> =>
  Object.fromEntries(Object.entries(raw).filter(([, one]) => Object.keys(one).length > 0));

/** The values that the controls must have after an event. */
function keptAfter(
  kept: Readonly<Record<string, RawAnswer>>,
  event: JourneyEvent,
  before: JourneyState,
  then: JourneyState,
): Readonly<Record<string, RawAnswer>> {
  if (before === then) return kept;
  if (event.type === 'clear' || then.at === 'sent') return {};
  if (event.type === 'fill')
    return { ...kept, [event.question]: { ...kept[event.question], ...event.raw } };
  if (event.type !== 'consent-changed') return kept;
  const { permission: _, ...others } = kept;
  return others;
}

const usualContext = { for: 'self', pages: selfPages, preset: {}, today } as const;

const contexts: readonly JourneyContext[] = [
  { ...usualContext, profile: exampleProfile() },
  {
    ...usualContext,
    profile: exampleProfile({
      age: { from: 16, to: 25 },
      questions: { birth: 'off', matters: 'required', practice: 'optional', support: 'off' },
    }),
  },
];

// Valid for every way of contact.
const everyDetail: RawAnswer = {
  phone: '01632 960 001',
  mobile: '07700 900 982',
  leaveMessage: 'no',
  email: 'maya@example.com',
  emailSafe: 'discreet',
  addressLine1: '1 High Street',
  town: 'Northside',
  letterSafe: 'yes',
};

/** The next events of a person who answers everything correctly. */
function helpfulEvent(state: JourneyState): readonly JourneyEvent[] {
  if (state.at === 'sending') return [{ type: 'sent', receipt }];
  if (state.at === 'checking-area') return [areaKnown(true, state.asked.postcode)];
  const page = pageOf(journeyOf(state));
  if (page.kind === 'check') return [{ type: 'send' }];
  if (page.kind === 'stop') return [{ type: 'go-to', position: journeyOf(state).position - 1 }];
  if (page.kind === 'start' || page.kind === 'wait') return [{ type: 'continue' }];
  const question = page.id;
  const raw = question === 'details' ? everyDetail : (validRaw[question] ?? {});
  return [{ type: 'fill', question, raw }, { type: 'continue' }];
}

describe('a referral journey after any sequence of events', () => {
  for (const [index, context] of contexts.entries())
    for (const seed of Array.from({ length: 40 }, (_, one) => one * 7919 + index))
      it(`is valid and has lost nothing that was typed (context ${String(index)}, seed ${String(seed)})`, () => {
        const pick = pickerFrom(numbersFrom(seed));
        let state: JourneyState = newJourney;
        let kept: Readonly<Record<string, RawAnswer>> = {};
        const steps: string[] = [];
        for (let step = 0; step < 200; step += 1) {
          const event = randomEvent(state, pick);
          const then = next(state, event, context);
          steps.push(`${event.type} → ${summaryOf(then)}`);
          kept = keptAfter(kept, event, state, then);
          state = then;
          assertValid(state);
          if (state.at !== 'sent')
            assert.deepEqual(
              withoutEmpty(state.journey.raw),
              withoutEmpty(kept),
              steps.slice(-10).join('\n'),
            );
          else state = next(state, { type: 'clear' }, context);
        }
        for (let step = 0; step < 60 && state.at !== 'sent'; step += 1)
          state = after(helpfulEvent(state), state, context);
        assert.equal(state.at, 'sent', `the referral can be sent: ${summaryOf(state)}`);
      });

  it('reaches every kind of page', () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 80; seed += 1) {
      const pick = pickerFrom(numbersFrom(seed));
      let state: JourneyState = newJourney;
      for (let step = 0; step < 200; step += 1) {
        state = next(state, randomEvent(state, pick), {
          ...usualContext,
          profile: exampleProfile(),
        });
        kinds.add(summaryOf(state).replace(/ [!?].*/, ''));
        if (state.at === 'sent') state = newJourney;
      }
    }
    for (const place of [
      'check',
      'checking-area on place',
      'sending on check',
      'sent reachable',
      'stop declined',
      'stop area',
      'stop too-young',
      ...ids,
    ])
      assert.ok(kinds.has(place), place);
  });
});
