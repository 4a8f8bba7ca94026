import type { Failure } from '../client/failure.js';
import { type Ineligible, ineligibleByAge } from '../contract/eligibility.js';
import type { Audience } from '../contract/audience.js';
import { answerTo } from '../contract/answer-to.js';
import type { IsoDate } from '../contract/date.js';
import type { FieldIssue } from '../contract/problem.js';
import type { AnswersSoFar, Question, QuestionContext, RawAnswer } from '../contract/question.js';
import { isAsked, questionOf, questions } from '../contract/questions.js';
import { contact } from '../contract/questions/contact.js';
import { place } from '../contract/questions/place.js';
import { readAnswer } from '../contract/read-answer.js';
import type { Receipt } from '../contract/receipt.js';
import type { ServiceProfile } from '../contract/service-profile.js';

/** Why a journey cannot go on in this form; never the person's fault. */
export type StopReason = Ineligible | 'declined';

/** Where a person is. */
export type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'check' }
  | { readonly kind: 'stop'; readonly reason: StopReason };

/** Everything that survives a failure and a way back. */
export interface Journey {
  /** What stands in the controls, by question. */
  readonly raw: Readonly<Record<string, RawAnswer>>;
  /** The pages a person came along, and on which of them they are. */
  readonly trail: readonly Page[];
  readonly position: number;
  /** Whether they have once come to the check page; changes then lead straight back to it. */
  readonly hasReachedCheck: boolean;
  /** The postcode of which the backend said that it is covered. */
  readonly coveredPostcode?: string;
}

export type JourneyState =
  | {
      readonly at: 'page';
      readonly journey: Journey;
      /** What is wrong on this page. */
      readonly issues: readonly FieldIssue[];
      /** What the last call to the backend met. */
      readonly failure?: Failure;
    }
  | { readonly at: 'checking-area'; readonly journey: Journey; readonly postcode: string }
  | { readonly at: 'sending'; readonly journey: Journey }
  | { readonly at: 'sent'; readonly receipt: Receipt; readonly canBeReached: boolean };

export type JourneyEvent =
  /** What has changed in the controls of a question; the others stay. */
  | { readonly type: 'fill'; readonly question: string; readonly raw: RawAnswer }
  /** `from` is the page it was pressed on: the second press of a double one is not meant for the next page. */
  | { readonly type: 'continue'; readonly from?: Page }
  | { readonly type: 'decline' }
  | { readonly type: 'change'; readonly question: string }
  | { readonly type: 'go-to'; readonly position: number }
  | { readonly type: 'area-known'; readonly postcode: string; readonly covered: boolean }
  | { readonly type: 'area-failed'; readonly postcode: string; readonly failure: Failure }
  | { readonly type: 'send-failed'; readonly failure: Failure }
  | { readonly type: 'consent-changed' }
  | { readonly type: 'send' }
  | { readonly type: 'sent'; readonly receipt: Receipt }
  | { readonly type: 'clear' };

/** What the machine must be told of the world. */
export interface JourneyContext {
  readonly profile: ServiceProfile;
  /** Who refers. */
  readonly for: Audience;
  readonly today: IsoDate;
}

/** A journey nobody has begun. */
export const newJourney: JourneyState = {
  at: 'page',
  journey: { raw: {}, trail: [{ kind: 'start' }], position: 0, hasReachedCheck: false },
  issues: [],
};

/** The page a journey is on. */
export const pageOf = ({ trail, position }: Journey): Page => trail[position] ?? { kind: 'start' };

/** Whether the person has typed or chosen anything yet. */
export const hasAnswers = (state: JourneyState): boolean =>
  state.at !== 'sent' &&
  Object.values(state.journey.raw).some((raw) =>
    Object.values(raw).some((value) => value.length > 0),
  );

/** The answers given so far, as they will be sent; of questions that are asked. */
export function answersOf(journey: Journey, context: JourneyContext): AnswersSoFar {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const full = { ...context, answers };
    if (!isAsked(question, full)) continue;
    const read = readAnswer(question, journey.raw[question.id] ?? {}, full);
    if (read.ok && read.answer !== undefined) answers[question.id] = read.answer;
  }
  return answers;
}

/** What a question may look at, on this journey. */
export const questionContext = (journey: Journey, context: JourneyContext): QuestionContext => ({
  ...context,
  answers: answersOf(journey, context),
});

/** What happens next. An event that means nothing here returns the same state, so a double press is nothing. */
export function next(
  state: JourneyState,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  // What is being sent cannot be taken back, and its receipt must find somebody.
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

type AtPage = Extract<JourneyState, { at: 'page' }>;

const filled = (
  journey: Journey,
  { question, raw }: Extract<JourneyEvent, { type: 'fill' }>,
): Journey => ({
  ...journey,
  raw: { ...journey.raw, [question]: { ...journey.raw[question], ...raw } },
});

function fromPage(state: AtPage, event: JourneyEvent, context: JourneyContext): JourneyState {
  const { journey } = state;
  const page = pageOf(journey);
  switch (event.type) {
    case 'fill':
      return { ...state, journey: filled(journey, event) };
    case 'continue':
      if (event.from && event.from !== page) return state;
      if (page.kind === 'start') return forward(journey, context);
      return page.kind === 'question' ? leaveQuestion(journey, page.id, context) : state;
    case 'decline':
      return page.kind === 'question' ? goOn(journey, { kind: 'stop', reason: 'declined' }) : state;
    case 'change':
      return page.kind === 'check'
        ? goOn(journey, { kind: 'question', id: event.question })
        : state;
    case 'go-to':
      return event.position === journey.position || !journey.trail[event.position]
        ? state
        : { at: 'page', journey: { ...journey, position: event.position }, issues: [] };
    case 'consent-changed':
      return consentChanged(journey);
    case 'send': {
      if (page.kind !== 'check') return state;
      const open = firstOpen(journey, context);
      return open
        ? withIssues(goOn(journey, { kind: 'question', id: open.id }), context)
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
  // Whoever goes on typing has changed the question; the answer to the old one is not heard.
  if (event.type === 'fill')
    return { at: 'page', journey: filled(state.journey, event), issues: [] };
  if (!('postcode' in event) || event.postcode !== state.postcode) return state;
  if (event.type === 'area-known')
    return event.covered
      ? forward({ ...state.journey, coveredPostcode: state.postcode }, context)
      : goOn(state.journey, { kind: 'stop', reason: 'area' });
  return { at: 'page', journey: state.journey, ...onPage(state.journey, event.failure) };
}

function fromSending(
  state: Extract<JourneyState, { at: 'sending' }>,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  const { journey } = state;
  if (event.type === 'sent')
    return { at: 'sent', receipt: event.receipt, canBeReached: canBeReached(journey, context) };
  if (event.type === 'consent-changed') return consentChanged(journey);
  if (event.type !== 'send-failed') return state;
  const { failure } = event;
  if (failure.kind === 'not-eligible') {
    const reason = eligibilityOf(failure.issues);
    return goOn(journey, { kind: 'stop', reason });
  }
  if (failure.kind !== 'rejected') return { at: 'page', journey, issues: [], failure };
  const id = failure.issues
    .map((issue) => issue.field.split('.')[1] ?? '')
    .find((one) => questionOf(one));
  if (id === undefined) return { at: 'page', journey, issues: [], failure };
  const there = goOn(journey, { kind: 'question', id });
  return { ...there, issues: issuesFor(id, failure.issues) };
}

const eligibilityOf = (issues: readonly FieldIssue[]): StopReason => {
  const code = issues[0]?.code ?? '';
  const known = (['too-young', 'too-old', 'closed'] as const).find((one) => code.endsWith(one));
  return known ?? 'area';
};

const issuesFor = (id: string, issues: readonly FieldIssue[]): readonly FieldIssue[] =>
  issues
    .filter((issue) => issue.field.startsWith(`answers.${id}`))
    .map((issue) => ({ ...issue, field: issue.field.split('.')[2] ?? '' }));

const onPage = (journey: Journey, failure: Failure): Pick<AtPage, 'issues' | 'failure'> => {
  const page = pageOf(journey);
  // The area is asked with nothing but a postcode; whatever is wrong with it is wrong with that.
  return failure.kind === 'rejected' && page.kind === 'question'
    ? { issues: [{ field: 'postcode', code: 'place.postcode.shape' }] }
    : { issues: [], failure };
};

// The wording was changed while somebody read it: what they ticked was something else.
function consentChanged(journey: Journey): AtPage {
  const { permission: _, ...raw } = journey.raw;
  const there = goOn({ ...journey, raw }, { kind: 'question', id: 'permission' });
  return { ...there, issues: [{ field: 'agreed', code: 'permission.agreed.changed' }] };
}

function leaveQuestion(before: Journey, id: string, context: JourneyContext): JourneyState {
  // An entry, even an empty one, says that the question has been put.
  const journey = filled(before, { type: 'fill', question: id, raw: before.raw[id] ?? {} });
  const question = questionOf(id);
  if (!question) return { at: 'page', journey, issues: [] };
  const full = questionContext(journey, context);
  const read = readAnswer(question, journey.raw[id] ?? {}, full);
  if (!read.ok) return { at: 'page', journey, issues: read.issues };
  if (id === 'birth') {
    const reason = ineligibleByAge({ ...full, answers: { birth: read.answer } });
    if (reason) return goOn(journey, { kind: 'stop', reason });
  }
  const postcode = id === 'place' ? postcodeToCheck(read.answer) : undefined;
  return postcode !== undefined && postcode !== journey.coveredPostcode
    ? { at: 'checking-area', journey, postcode }
    : forward(journey, context);
}

// Whoever has no fixed address is taken wherever they stay.
function postcodeToCheck(answer: unknown): string | undefined {
  const { postcode, noFixedAddress } = answerTo(place, { place: answer }) ?? {};
  return noFixedAddress === 'yes' ? undefined : postcode;
}

// To the next question; or, for somebody who has seen the check page, to what is newly open or back to it.
function forward(journey: Journey, context: JourneyContext): AtPage {
  const page = pageOf(journey);
  if (journey.hasReachedCheck) {
    const open = firstOpen(journey, context);
    return goOn(journey, open ? { kind: 'question', id: open.id } : { kind: 'check' });
  }
  const full = questionContext(journey, context);
  const at =
    page.kind === 'question' ? questions.findIndex((question) => question.id === page.id) : -1;
  const following = questions.slice(at + 1).find((question) => isAsked(question, full));
  return goOn(journey, following ? { kind: 'question', id: following.id } : { kind: 'check' });
}

function goOn(journey: Journey, page: Page): AtPage {
  const trail = [...journey.trail.slice(0, journey.position + 1), page];
  const hasReachedCheck = journey.hasReachedCheck || page.kind === 'check';
  return {
    at: 'page',
    journey: { ...journey, trail, position: trail.length - 1, hasReachedCheck },
    issues: [],
  };
}

function firstOpen(journey: Journey, context: JourneyContext): Question | undefined {
  const full = questionContext(journey, context);
  return questions.find(
    (question) =>
      isAsked(question, full) &&
      (!journey.raw[question.id] || !readAnswer(question, journey.raw[question.id] ?? {}, full).ok),
  );
}

function withIssues(state: AtPage, context: JourneyContext): AtPage {
  const page = pageOf(state.journey);
  const question = page.kind === 'question' ? questionOf(page.id) : undefined;
  if (!question) return state;
  const full = questionContext(state.journey, context);
  const read = readAnswer(question, state.journey.raw[question.id] ?? {}, full);
  return read.ok ? state : { ...state, issues: read.issues };
}

const canBeReached = (journey: Journey, context: JourneyContext): boolean => {
  const answers = answersOf(journey, context);
  const isNone = answerTo(contact, answers)?.ways.includes('none') ?? false;
  return !isNone || answers['details'] !== undefined;
};
