import type { FieldIssue } from './problem.js';
import type { AnswersSoFar, Question, QuestionContext } from './question.js';
import { askedQuestions, modeOf } from './questions.js';

const under = (question: Question, issue: FieldIssue): FieldIssue => ({
  ...issue,
  field: `answers.${question.id}.${issue.field}`,
});

// The code that stands for “nothing was answered”: that of the first field.
const missing = (question: Question): FieldIssue => {
  const field = question.fields[0]?.name ?? '';
  return { field: `answers.${question.id}.${field}`, code: `${question.id}.${field}.missing` };
};

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
    // An answer without content is none, but `details` may rightly be empty: whoever can give
    // neither phone nor email leaves it so.
    if (answer === undefined)
      return modeOf(question, context.profile) === 'required' && !mayBeEmpty(question, full)
        ? [missing(question)]
        : [];
    return (question.check?.(answer, full) ?? []).map((issue) => under(question, issue));
  });
}

/** Whether everything that is shown of a question may be left empty. */
export const mayBeEmpty = (question: Question, context: QuestionContext): boolean =>
  modeOf(question, context.profile) === 'optional' ||
  question.fields
    .filter((field) => field.when?.({}, context) ?? true)
    .every((field) => field.optional === true);
