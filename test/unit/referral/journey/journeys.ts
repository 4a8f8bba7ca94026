import { questionsOf } from '../../../../src/referral/contract/questions/asked-questions.js';
import { selfPages } from '../../../../src/referral/contract/questions/questions-for-self.js';
import type { RawAnswer } from '../../../../src/referral/contract/questions/question.js';
import type { Team } from '../../../../src/core/service/team.js';
import {
  type Journey,
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  type Page,
  newJourney,
} from '../../../../src/referral/journey/journey-state.js';
import { next } from '../../../../src/referral/journey/referral-journey.js';
import { exampleProfile, today } from '../../core/service/example-profile.js';

/** The context of these journeys. */
export const usualContext: JourneyContext = {
  profile: exampleProfile(),
  for: 'self',
  pages: selfPages,
  preset: {},
  today,
};

/** Valid values of the controls on each page. */
export const validRaw: Readonly<Record<string, RawAnswer>> = {
  place: { postcode: 'ts18 1hu' },
  birth: { 'date-day': '27', 'date-month': '3', 'date-year': '1967' },
  needs: { choices: ['lonely'] },
  matters: { text: 'Singing' },
  name: { full: 'Maya Example' },
  contact: { ways: ['phone'] },
  details: { phone: '01632 960 001', leaveMessage: 'yes' },
  times: { choices: ['morning'] },
  practice: { status: 'not-sure' },
  support: {},
  permission: { agreed: ['share'] },
};

export const receipt = {
  reference: '7KQ4XWZ2',
  receivedAt: '2026-11-22T10:30:00Z',
  contactBy: '2026-11-27',
};

/** The response of the backend about the postcode of `validRaw`. */
export const areaKnown = (covered: boolean, postcode = 'TS18 1HU'): JourneyEvent => ({
  type: 'area-known',
  asked: { postcode, practice: undefined },
  coverage: { covered, teams: covered ? [team()] : [], byPractice: false },
});

/** An open team for adults, with some members replaced. */
export const team = (changes: Partial<Team> = {}): Team => ({
  id: 'adults',
  name: 'The adults’ team',
  age: { from: 18 },
  capacity: { state: 'open' },
  next: '',
  contactWorkingDays: 5,
  languages: [],
  ...changes,
});

/** The state after several events. */
export const after = (
  events: readonly JourneyEvent[],
  from: JourneyState = newJourney,
  context: JourneyContext = usualContext,
): JourneyState => events.reduce((state, event) => next(state, event, context), from);

/** The page of a question. */
export const asked = (id: string): Page => ({ kind: 'question', id });

/** The events of a person who answers every page before a question. */
export const upTo = (last: string): readonly JourneyEvent[] => {
  const ids = questionsOf(usualContext).map(({ id }) => id);
  const before = last === 'check' ? ids : ids.slice(0, ids.indexOf(last));
  return [{ type: 'continue' }, ...before.flatMap((id) => answering(id, validRaw[id] ?? {}))];
};

/** The events of a person who fills in one page and continues. */
export const answering = (question: string, raw: RawAnswer): readonly JourneyEvent[] => [
  { type: 'fill', question, raw },
  { type: 'continue' },
  ...(question === 'place' ? [areaKnown(true)] : []),
];

/** The journey of a state that has one. */
export const journeyOf = (state: JourneyState): Journey => {
  if (state.at === 'sent') throw new TypeError('A sent referral has no journey');
  return state.journey;
};

/** A state as a short text: the page, its issues and the failure. */
export const summaryOf = (state: JourneyState): string => {
  if (state.at === 'sent') return `sent ${state.canBeReached ? 'reachable' : 'unreachable'}`;
  const page = state.journey.trail[state.journey.position];
  const name =
    page?.kind === 'question'
      ? page.id
      : page?.kind === 'stop'
        ? `stop ${page.reason}`
        : page?.kind;
  const where = state.at === 'page' ? String(name) : `${state.at} on ${String(name)}`;
  if (state.at !== 'page') return where;
  const issues = state.issues.map(({ field, code }) => ` !${field}:${code}`).join('');
  return `${where}${issues}${state.failure ? ` ?${state.failure.kind}` : ''}`;
};
