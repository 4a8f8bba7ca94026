import type { Failure } from '../../core/backend/failure.js';
import { place } from '../contract/questions/person/place.js';
import { canBeReached, firstUnanswered, pageById, pageWith, readPage } from './journey-answers.js';
import { afterCoverage, areaToAsk, unsuitableForTeams } from './journey-area.js';
import { goForward, goTo, goToQuestions } from './journey-navigation.js';
import { afterSendFailure, askConsentAgain } from './journey-rejection.js';
import {
  type AreaAsked,
  type Journey,
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  type PageState,
  newJourney,
  pageOf,
} from './journey-state.js';

/** The state after an event. An event that does not apply returns the same state, so a double click does nothing. */
export function next(
  state: JourneyState,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  // A referral that is being sent cannot be recalled, and its receipt has to be shown.
  if (event.type === 'clear') return state.at === 'sending' ? state : newJourney;
  switch (state.at) {
    case 'page':
      return fromPage(state, event, context);
    case 'checking-area':
      return fromCheckingArea(state, event, context);
    case 'sending':
      return fromSending(state, event, context);
    case 'sent':
      return state;
  }
}

function fromPage(state: PageState, event: JourneyEvent, context: JourneyContext): JourneyState {
  const { journey } = state;
  const page = pageOf(journey);
  switch (event.type) {
    case 'fill':
      return { ...state, journey: filled(journey, event) };
    case 'continue':
      if (event.from && event.from !== page) return state;
      if (page.kind === 'start' || page.kind === 'wait') return goForward(journey, context);
      return page.kind === 'question' ? leavePage(journey, page.id, context) : state;
    case 'decline':
      return page.kind === 'question' ? goTo(journey, { kind: 'stop', reason: 'declined' }) : state;
    case 'change':
      return page.kind === 'check'
        ? goToQuestions(journey, { id: pageWith(event.question, context)?.id ?? '' })
        : state;
    case 'go-to':
      return event.position === journey.position || !journey.trail[event.position]
        ? state
        : { at: 'page', journey: { ...journey, position: event.position }, issues: [] };
    case 'consent-changed':
      return askConsentAgain(journey, context);
    case 'send': {
      if (page.kind !== 'check') return state;
      const unanswered = firstUnanswered(journey, context);
      return unanswered
        ? withIssues(goToQuestions(journey, unanswered), context)
        : { at: 'sending', journey };
    }
    default:
      return state;
  }
}

function fromCheckingArea(
  state: Extract<JourneyState, { at: 'checking-area' }>,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  // A change to the answers makes the pending answer of the backend obsolete.
  if (event.type === 'fill')
    return { at: 'page', journey: filled(state.journey, event), issues: [] };
  if (!('asked' in event) || !isSameArea(event.asked, state.asked)) return state;
  if (event.type === 'area-known')
    return afterCoverage(state.journey, { ...state.asked, ...event.coverage }, context);
  return areaFailed(state.journey, event.failure);
}

function fromSending(
  state: Extract<JourneyState, { at: 'sending' }>,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  const { journey } = state;
  switch (event.type) {
    case 'sent':
      return { at: 'sent', receipt: event.receipt, canBeReached: canBeReached(journey, context) };
    case 'consent-changed':
      return askConsentAgain(journey, context);
    case 'send-failed':
      return afterSendFailure(journey, event.failure, context);
    default:
      return state;
  }
}

function leavePage(before: Journey, id: string, context: JourneyContext): JourneyState {
  const page = pageById(id, context);
  if (!page) return { at: 'page', journey: before, issues: [] };
  // An entry, even an empty one, records that the question was shown.
  const journey = page.questions.reduce(
    (one, { id: question }) => filled(one, { question, raw: one.raw[question] ?? {} }),
    before,
  );
  const read = readPage(page, journey, context);
  if (read.issues.length > 0) return { at: 'page', journey, issues: read.issues };
  const reason = read.stop ?? unsuitableForTeams(journey, read.answers, context);
  if (reason) return goTo(journey, { kind: 'stop', reason });
  const asked = areaToAsk(journey, read.answers);
  return asked ? { at: 'checking-area', journey, asked } : goForward(journey, context);
}

const filled = (
  journey: Journey,
  { question, raw }: Omit<Extract<JourneyEvent, { type: 'fill' }>, 'type'>,
): Journey => ({
  ...journey,
  raw: { ...journey.raw, [question]: { ...journey.raw[question], ...raw } },
});

const isSameArea = (one: AreaAsked, other: AreaAsked): boolean =>
  one.postcode === other.postcode && one.practice === other.practice;

function areaFailed(journey: Journey, failure: Failure): PageState {
  // The only thing asked with an area is the postcode, so a rejection is about the postcode.
  return failure.kind === 'rejected' && pageOf(journey).kind === 'question'
    ? {
        at: 'page',
        journey,
        issues: [{ question: place.id, field: 'postcode', code: 'place.postcode.shape' }],
      }
    : { at: 'page', journey, issues: [], failure };
}

function withIssues(state: PageState, context: JourneyContext): PageState {
  const current = pageOf(state.journey);
  const page = current.kind === 'question' ? pageById(current.id, context) : undefined;
  return page ? { ...state, issues: readPage(page, state.journey, context).issues } : state;
}
