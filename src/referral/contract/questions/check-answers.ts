import type { Answers } from './answers.js';
import { parse } from '../../../core/contract/parse.js';
import type { FieldIssue } from '../../../core/contract/problem.js';
import type { Question, QuestionContext } from './question.js';
import { answerTo, askedQuestions, isEmptyAnswer, modeOf } from './asked-questions.js';

const under = (question: Question, issue: FieldIssue): FieldIssue => ({
  ...issue,
  field: `answers.${question.id}.${issue.field}`,
});

/** The issue of a question to which nothing was answered: that of its first field. */
export function missingAnswer(question: Question): FieldIssue {
  const field = question.fields[0]?.name ?? '';
  return { field, code: `${question.id}.${field}.missing` };
}

/**
 * What is still wrong with answers that are as their schema wants them: questions left out, and what depends on the
 * service, on other answers or on today. Paths start at the referral.
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
    return mayBeEmpty(question, context) ? [] : whatIsMissing(question, context);
  const stop = question.stop?.(answer);
  return stop === undefined
    ? (question.check?.(answer, context) ?? [])
    : [{ ...missingAnswer(question), code: `stop.${stop}.title` }];
}

// Which fields are needed can depend on other answers, which only the question itself knows.
function whatIsMissing(question: Question, context: QuestionContext): readonly FieldIssue[] {
  const nothing = parse(question.answer, {});
  const found = nothing.ok ? (question.check?.(nothing.value, context) ?? []) : [];
  return found.length > 0 ? found : [missingAnswer(question)];
}

/**
 * Whether a question may be left empty: because the service says so, or because there is nothing that has to be
 * given, as with the details of somebody who can be reached neither by phone nor by email.
 */
export const mayBeEmpty = (question: Question, context: QuestionContext): boolean =>
  modeOf(question, context.profile) === 'optional' ||
  (question.mode === 'required' &&
    question.fields
      .filter((field) => field.when?.({}, context) ?? true)
      .every((field) => field.optional === true));
