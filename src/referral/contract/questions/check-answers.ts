import type { Answers } from './answers.js';
import { parse } from '../../../core/contract/parse.js';
import type { FieldIssue } from '../../../core/contract/problem.js';
import type { Question, QuestionContext } from './question.js';
import { answerTo, askedQuestions, isEmptyAnswer, modeOf } from './asked-questions.js';

const under = (question: Question, issue: FieldIssue): FieldIssue => ({
  ...issue,
  field: `answers.${question.id}.${issue.field}`,
});

/** The issue with a question that was not answered: its first field is missing. */
export function missingAnswer(question: Question): FieldIssue {
  const field = question.fields[0]?.name ?? '';
  return { field, code: `${question.id}.${field}.missing` };
}

/**
 * The issues with answers that match their schemas: questions that were not answered, and what depends on the service,
 * on other answers or on today's date. Paths start at the referral.
 */
export function checkAnswers(
  answers: Answers,
  context: Omit<QuestionContext, 'answers'>,
): readonly FieldIssue[] {
  const full = { ...context, answers };
  return askedQuestions(full).flatMap((question) =>
    checkAnswer(question, answerTo(question, answers), full).map((issue) => under(question, issue)),
  );
}

function checkAnswer(
  question: Question,
  answer: object | undefined,
  context: QuestionContext,
): readonly FieldIssue[] {
  if (!answer || isEmptyAnswer(answer))
    return mayBeEmpty(question, context) ? [] : missingFields(question, context);
  const stop = question.stop?.(answer);
  return stop === undefined
    ? (question.check?.(answer, context) ?? [])
    : [{ ...missingAnswer(question), code: `stop.${stop}.title` }];
}

// Which fields are required can depend on other answers, which the question's own check takes into account.
function missingFields(question: Question, context: QuestionContext): readonly FieldIssue[] {
  const nothing = parse(question.answer, {});
  const found = nothing.ok ? (question.check?.(nothing.value, context) ?? []) : [];
  return found.length > 0 ? found : [missingAnswer(question)];
}

/**
 * Whether a question may be left empty: because the service makes it optional, or because none of its fields is
 * required, as with the details of somebody who can be contacted neither by phone nor by email.
 */
export const mayBeEmpty = (question: Question, context: QuestionContext): boolean =>
  modeOf(question, context.profile) === 'optional' ||
  (question.mode === 'required' &&
    question.fields
      .filter((field) => field.when?.({}, context) ?? true)
      .every((field) => field.optional === true));
