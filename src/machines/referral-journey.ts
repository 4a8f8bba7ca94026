import type { Failure } from '../client/failure.js';
import type { Answers } from '../contract/answers.js';
import type { Audience } from '../contract/audience.js';
import type { Coverage } from '../contract/coverage.js';
import { type Ineligible, ineligibleByAge } from '../contract/eligibility.js';
import type { IsoDate } from '../contract/date.js';
import type { FieldIssue } from '../contract/problem.js';
import type { FormPage, QuestionContext, QuestionStop, RawAnswer } from '../contract/question.js';
import { isAsked, questionsOf } from '../contract/questions.js';
import { place } from '../contract/questions/place.js';
import { practice } from '../contract/questions/practice.js';
import { readAnswer } from '../contract/read-answer.js';
import type { Receipt } from '../contract/receipt.js';
import type { ServiceProfile } from '../contract/service-profile.js';

/** Why a journey cannot go on in this form; never the person's fault. */
export type StopReason = Ineligible | QuestionStop | 'declined';

/** Where a person is. */
export type Page =
  | { readonly kind: 'start' }
  /** One page of questions, by its id. */
  | { readonly kind: 'question'; readonly id: string }
  /** How long the wait is, before anything else is asked. */
  | { readonly kind: 'wait' }
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
  /** What the backend said of the place where the person lives. */
  readonly coverage?: Coverage & AreaAsked;
}

/** What the backend is asked about a place. */
export interface AreaAsked {
  readonly postcode: string;
  /** ODS code of the person's GP practice, where a team takes its patients from anywhere. */
  readonly practice: string | undefined;
}

/** What is wrong with a field of a question. */
export interface PageIssue extends FieldIssue {
  readonly question: string;
}

export type JourneyState =
  | {
      readonly at: 'page';
      readonly journey: Journey;
      /** What is wrong on this page. */
      readonly issues: readonly PageIssue[];
      /** What the last call to the backend met. */
      readonly failure?: Failure;
    }
  | { readonly at: 'checking-area'; readonly journey: Journey; readonly asked: AreaAsked }
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
  | { readonly type: 'area-known'; readonly asked: AreaAsked; readonly coverage: Coverage }
  | { readonly type: 'area-failed'; readonly asked: AreaAsked; readonly failure: Failure }
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
  /** The pages on which they are asked, in order. */
  readonly pages: readonly FormPage[];
  /** What stands in controls before anybody types, by question: what a partner's page knows of whoever refers. */
  readonly preset: Readonly<Record<string, RawAnswer>>;
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

/** What stands in the controls of a question. */
export const rawIn = (
  { raw }: Pick<Journey, 'raw'>,
  question: string,
  { preset }: Pick<JourneyContext, 'preset'>,
): RawAnswer => ({ ...preset[question], ...raw[question] });

/** The answers given so far, as they will be sent; of questions that are asked. */
export function answersOf(journey: Journey, context: JourneyContext): Answers {
  const answers: Answers = {};
  for (const question of questionsOf(context)) {
    const full = { ...context, answers };
    if (!isAsked(question, full)) continue;
    const read = readAnswer(question, rawIn(journey, question.id, context), full);
    if (read.ok && read.answer !== undefined)
      Object.assign(answers, { [question.id]: read.answer });
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
      if (page.kind === 'start' || page.kind === 'wait') return forward(journey, context);
      return page.kind === 'question' ? leavePage(journey, page.id, context) : state;
    case 'decline':
      return page.kind === 'question' ? goOn(journey, { kind: 'stop', reason: 'declined' }) : state;
    case 'change':
      return page.kind === 'check'
        ? goOn(journey, { kind: 'question', id: pageWith(event.question, context)?.id ?? '' })
        : state;
    case 'go-to':
      return event.position === journey.position || !journey.trail[event.position]
        ? state
        : { at: 'page', journey: { ...journey, position: event.position }, issues: [] };
    case 'consent-changed':
      return consentChanged(journey, context);
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
  if (!('asked' in event) || !isSame(event.asked, state.asked)) return state;
  if (event.type === 'area-known')
    return covered(state.journey, { ...state.asked, ...event.coverage }, context);
  return { at: 'page', journey: state.journey, ...onPage(state.journey, event.failure) };
}

// Not covered by postcode: the practice can still make a team responsible, and is asked for, unless it is known.
function byPractice(
  journey: Journey,
  coverage: NonNullable<Journey['coverage']>,
  context: JourneyContext,
): JourneyState {
  const page = pageWith(practice.id, context);
  const isOpen = coverage.byPractice && coverage.practice === undefined && page;
  const { practice: known } = answersOf(journey, context);
  if (isOpen && !known) return goOn(journey, { kind: 'question', id: page.id });
  return isOpen && known?.code !== undefined
    ? {
        at: 'checking-area',
        journey,
        asked: { postcode: coverage.postcode, practice: known.code },
      }
    : goOn(journey, { kind: 'stop', reason: 'area' });
}

const isSame = (one: AreaAsked, other: AreaAsked): boolean =>
  one.postcode === other.postcode && one.practice === other.practice;

// Whether anybody takes people from there, and whether they have to wait, is said before anything else is asked.
function covered(
  before: Journey,
  coverage: NonNullable<Journey['coverage']>,
  context: JourneyContext,
): JourneyState {
  const journey = { ...before, coverage };
  const { teams } = coverage;
  if (!coverage.covered) return byPractice(journey, coverage, context);
  if (teams.every(({ capacity }) => capacity.state === 'closed'))
    return goOn(journey, { kind: 'stop', reason: 'closed' });
  return teams.some(({ capacity }) => capacity.state !== 'open')
    ? goOn(journey, { kind: 'wait' })
    : forward(journey, context);
}

function fromSending(
  state: Extract<JourneyState, { at: 'sending' }>,
  event: JourneyEvent,
  context: JourneyContext,
): JourneyState {
  const { journey } = state;
  if (event.type === 'sent')
    return { at: 'sent', receipt: event.receipt, canBeReached: canBeReached(journey, context) };
  if (event.type === 'consent-changed') return consentChanged(journey, context);
  if (event.type !== 'send-failed') return state;
  const { failure } = event;
  if (failure.kind === 'not-eligible') {
    const reason = eligibilityOf(failure.issues);
    return goOn(journey, { kind: 'stop', reason });
  }
  if (failure.kind !== 'rejected') return { at: 'page', journey, issues: [], failure };
  const page = failure.issues
    .map(({ field }) => pageWith(field.split('.')[1] ?? '', context))
    .find((one) => one !== undefined);
  if (!page) return { at: 'page', journey, issues: [], failure };
  const there = goOn(journey, { kind: 'question', id: page.id });
  return { ...there, issues: issuesFor(page, failure.issues) };
}

const eligibilityOf = (issues: readonly FieldIssue[]): StopReason => {
  const code = issues[0]?.code ?? '';
  const known = (['too-young', 'too-old', 'closed'] as const).find((one) => code.endsWith(one));
  return known ?? 'area';
};

const issuesFor = ({ questions }: FormPage, issues: readonly FieldIssue[]): readonly PageIssue[] =>
  issues.flatMap((issue) => {
    const [, question = '', field = ''] = issue.field.split('.');
    return questions.some(({ id }) => id === question) ? [{ ...issue, question, field }] : [];
  });

const onPage = (journey: Journey, failure: Failure): Pick<AtPage, 'issues' | 'failure'> => {
  const page = pageOf(journey);
  // The area is asked with nothing but a postcode; whatever is wrong with it is wrong with that.
  return failure.kind === 'rejected' && page.kind === 'question'
    ? { issues: [{ question: place.id, field: 'postcode', code: 'place.postcode.shape' }] }
    : { issues: [], failure };
};

// The wording was changed while somebody read it: what they ticked was something else.
function consentChanged(journey: Journey, context: JourneyContext): AtPage {
  const { permission: _, ...raw } = journey.raw;
  const id = pageWith('permission', context)?.id ?? '';
  const there = goOn({ ...journey, raw }, { kind: 'question', id });
  return {
    ...there,
    issues: [{ question: 'permission', field: 'agreed', code: 'permission.agreed.changed' }],
  };
}

/** The page on which a question is asked. */
export const pageWith = (question: string, { pages }: JourneyContext): FormPage | undefined =>
  pages.find(({ questions }) => questions.some(({ id }) => id === question));

const pageNamed = (name: string, { pages }: JourneyContext): FormPage | undefined =>
  pages.find(({ id }) => id === name);

/** What is asked on a page, given the answers so far. */
export const askedOn = ({ questions }: FormPage, context: QuestionContext) =>
  questions.filter((question) => isAsked(question, context));

interface PageRead {
  readonly answers: Answers;
  readonly issues: readonly PageIssue[];
  readonly stop: StopReason | undefined;
}

function readPage(page: FormPage, journey: Journey, context: JourneyContext): PageRead {
  const full = questionContext(journey, context);
  const answers: Answers = {};
  const issues: PageIssue[] = [];
  let stop: StopReason | undefined;
  for (const question of askedOn(page, full)) {
    const read = readAnswer(question, rawIn(journey, question.id, context), full);
    if (!read.ok) issues.push(...read.issues.map((issue) => ({ ...issue, question: question.id })));
    else if (read.answer !== undefined) {
      Object.assign(answers, { [question.id]: read.answer });
      stop ??= question.stop?.(read.answer);
    }
  }
  return { answers, issues, stop };
}

function leavePage(before: Journey, id: string, context: JourneyContext): JourneyState {
  const page = pageNamed(id, context);
  if (!page) return { at: 'page', journey: before, issues: [] };
  // An entry, even an empty one, says that the question has been put.
  const journey = page.questions.reduce(
    (one, { id: question }) =>
      filled(one, { type: 'fill', question, raw: one.raw[question] ?? {} }),
    before,
  );
  const read = readPage(page, journey, context);
  if (read.issues.length > 0) return { at: 'page', journey, issues: read.issues };
  const reason = read.stop ?? unfit(journey, read.answers, context);
  if (reason) return goOn(journey, { kind: 'stop', reason });
  const asked = areaToAsk(journey, read.answers);
  return asked ? { at: 'checking-area', journey, asked } : forward(journey, context);
}

// Whom no team takes that takes people from there.
function unfit(
  { coverage }: Journey,
  answers: Answers,
  context: JourneyContext,
): StopReason | undefined {
  const teams = coverage?.covered === true ? coverage.teams : undefined;
  const open = teams?.filter(({ capacity }) => capacity.state !== 'closed');
  const full = { ...context, answers };
  const reason = ineligibleByAge(full, teams);
  return reason ?? (open && ineligibleByAge(full, open) ? 'closed' : undefined);
}

// Whoever has no fixed address is taken wherever they stay.
function areaToAsk({ coverage }: Journey, answers: Answers): AreaAsked | undefined {
  const { postcode, noFixedAddress } = answers.place ?? {};
  if (postcode !== undefined && noFixedAddress !== 'yes')
    return postcode === coverage?.postcode && coverage.covered
      ? undefined
      : { postcode, practice: undefined };
  // Asked once more where only the practice can still make a team responsible.
  return coverage?.byPractice === true && answers.practice
    ? { postcode: coverage.postcode, practice: answers.practice.code ?? '' }
    : undefined;
}

// To the next page; or, for somebody who has seen the check page, to what is newly open or back to it.
function forward(journey: Journey, context: JourneyContext): AtPage {
  if (journey.hasReachedCheck) {
    const open = firstOpen(journey, context);
    return goOn(journey, open ? { kind: 'question', id: open.id } : { kind: 'check' });
  }
  const full = questionContext(journey, context);
  const isWanted = (page: FormPage): boolean => askedOn(page, full).length > 0;
  const isPut = ({ questions }: FormPage): boolean => questions.some(({ id }) => journey.raw[id]);
  const last = journey.trail
    .slice(0, journey.position + 1)
    .filter(isQuestions)
    .at(-1);
  const at = last ? context.pages.findIndex(({ id }) => id === last.id) : -1;
  // Somebody who was asked for their practice first has skipped what stands before it.
  const skipped = context.pages.slice(0, at + 1).find((page) => isWanted(page) && !isPut(page));
  const following = skipped ?? context.pages.slice(at + 1).find(isWanted);
  return goOn(journey, following ? { kind: 'question', id: following.id } : { kind: 'check' });
}

const isQuestions = (page: Page): page is Extract<Page, { kind: 'question' }> =>
  page.kind === 'question';

function goOn(journey: Journey, page: Page): AtPage {
  const trail = [...journey.trail.slice(0, journey.position + 1), page];
  const hasReachedCheck = journey.hasReachedCheck || page.kind === 'check';
  return {
    at: 'page',
    journey: { ...journey, trail, position: trail.length - 1, hasReachedCheck },
    issues: [],
  };
}

function firstOpen(journey: Journey, context: JourneyContext): FormPage | undefined {
  const full = questionContext(journey, context);
  return context.pages.find((page) =>
    askedOn(page, full).some(
      (question) =>
        !journey.raw[question.id] ||
        !readAnswer(question, rawIn(journey, question.id, context), full).ok,
    ),
  );
}

function withIssues(state: AtPage, context: JourneyContext): AtPage {
  const at = pageOf(state.journey);
  const page = at.kind === 'question' ? pageNamed(at.id, context) : undefined;
  return page ? { ...state, issues: readPage(page, state.journey, context).issues } : state;
}

const canBeReached = (journey: Journey, context: JourneyContext): boolean => {
  const answers = answersOf(journey, context);
  const isNone = answers.contact?.ways.includes('none') ?? false;
  return !isNone || answers.details !== undefined;
};
