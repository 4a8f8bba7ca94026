import type { Answers } from '../contract/questions/answers.js';
import type {
  FormPage,
  Question,
  QuestionContext,
  RawAnswer,
} from '../contract/questions/question.js';
import { isAsked, questionsOf } from '../contract/questions/asked-questions.js';
import { readAnswer } from '../contract/questions/read-answer.js';
import type { Journey, JourneyContext, PageIssue, StopReason } from './journey-state.js';

/** The contents of the controls of a question. */
export const rawIn = (
  { raw }: Pick<Journey, 'raw'>,
  question: string,
  { preset }: Pick<JourneyContext, 'preset'>,
): RawAnswer => ({ ...preset[question], ...raw[question] });

/** The valid answers to the questions that are asked, as they are sent. */
export function answersOf(journey: Journey, context: JourneyContext): Answers {
  const answers: Answers = {};
  for (const question of questionsOf(context)) {
    const full = { ...context, answers };
    if (!isAsked(question, full)) continue;
    const read = readAnswer(question, rawIn(journey, question.id, context), full);
    if (read.ok && read.value !== undefined) Object.assign(answers, { [question.id]: read.value });
  }
  return answers;
}

/** The context in which questions decide whether they are asked and what is valid. */
export const questionContext = (journey: Journey, context: JourneyContext): QuestionContext => ({
  ...context,
  answers: answersOf(journey, context),
});

/** The page with a question on it. */
export const pageWith = (question: string, { pages }: JourneyContext): FormPage | undefined =>
  pages.find(({ questions }) => questions.some(({ id }) => id === question));

/** The page with an id. */
export const pageById = (id: string, { pages }: JourneyContext): FormPage | undefined =>
  pages.find((page) => page.id === id);

/** The questions that are asked on a page, given the answers so far. */
export const askedOn = ({ questions }: FormPage, context: QuestionContext): readonly Question[] =>
  questions.filter((question) => isAsked(question, context));

/** The first page with a question that is asked and has no valid answer. */
export function firstUnanswered(journey: Journey, context: JourneyContext): FormPage | undefined {
  const full = questionContext(journey, context);
  return context.pages.find((page) =>
    askedOn(page, full).some(
      (question) =>
        !journey.raw[question.id] ||
        !readAnswer(question, rawIn(journey, question.id, context), full).ok,
    ),
  );
}

/** The answers on a page, the issues with them, and the reason to stop that one of them gives. */
export function readPage(page: FormPage, journey: Journey, context: JourneyContext) {
  const full = questionContext(journey, context);
  const answers: Answers = {};
  const issues: PageIssue[] = [];
  let stop: StopReason | undefined;
  for (const question of askedOn(page, full)) {
    const read = readAnswer(question, rawIn(journey, question.id, context), full);
    if (!read.ok)
      issues.push(...read.failure.map((issue) => ({ ...issue, question: question.id })));
    else if (read.value !== undefined) {
      Object.assign(answers, { [question.id]: read.value });
      stop ??= question.stop?.(read.value);
    }
  }
  return { answers, issues, stop };
}

/** Whether the service has a way to contact the person or the referrer. */
export function canBeReached(journey: Journey, context: JourneyContext): boolean {
  const answers = answersOf(journey, context);
  const hasNone = answers.contact?.ways.includes('none') ?? false;
  return !hasNone || answers.details !== undefined;
}
