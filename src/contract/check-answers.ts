import type { FieldIssue } from './problem.js';
import type { AnswersSoFar, Question, QuestionContext } from './question.js';
import { askedQuestions, isEmptyAnswer, modeOf } from './questions.js';
import { readShape } from './read-shape.js';

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
 * What is still wrong with answers whose shapes are right: questions left out, and what depends on the
 * service, on other answers or on today. Paths start at the referral.
 */
export function checkAnswers(
  answers: AnswersSoFar,
  context: Omit<QuestionContext, 'answers'>,
): readonly FieldIssue[] {
  const full = { ...context, answers };
  return askedQuestions(full).flatMap((question) => {
    const answer = answers[question.id];
    const isEmpty = isEmptyAnswer(answer);
    if (isEmpty && mayBeEmpty(question, full)) return [];
    const read = readShape(question.answer, answer ?? {});
    const found = read.ok ? (question.check?.(read.value, full) ?? []) : [];
    const stop = read.ok ? question.stop?.(read.value) : undefined;
    const issues =
      stop !== undefined
        ? [{ ...missingAnswer(question), code: `stop.${stop}.title` }]
        : isEmpty && found.length === 0
          ? [missingAnswer(question)]
          : found;
    return issues.map((issue) => under(question, issue));
  });
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
