import type { QuestionMode, ServiceProfile } from '../../../core/service/service-profile.js';
import type { Answers } from './answers.js';
import type { Question, QuestionContext } from './question.js';

/** Every question of some pages, in order. */
export const questionsOf = ({ pages }: Pick<QuestionContext, 'pages'>): readonly Question[] =>
  pages.flatMap(({ questions }) => questions);

/** Whether a service requires an answer to a question, makes it optional, or does not ask it. */
export const modeOf = (question: Question, profile: ServiceProfile): QuestionMode =>
  question.isEssential ? question.mode : (profile.questions[question.id] ?? question.mode);

/** Whether a person is asked a question, given the answers before it. */
export const isAsked = (question: Question, context: QuestionContext): boolean =>
  modeOf(question, context.profile) !== 'off' && (question.applies?.(context) ?? true);

/** The questions that a person is asked, in order. */
export const askedQuestions = (context: QuestionContext): readonly Question[] =>
  questionsOf(context).filter((question) => isAsked(question, context));

/** Whether an answer is empty. */
export const isEmptyAnswer = (answer: unknown): boolean =>
  answer === undefined ||
  (typeof answer === 'object' &&
    answer !== null &&
    Object.values(answer).every(
      (value) => value === undefined || (Array.isArray(value) && value.length === 0),
    ));

/** The answer to a question, if there is one. */
export const answerTo = ({ id }: Question, answers: Answers): object | undefined =>
  Object.entries(answers).find(([question]) => question === id)?.[1];

/** The answers to the questions and fields that are asked; anything else that was sent is not stored. */
export function keepAsked(answers: Answers, context: Omit<QuestionContext, 'answers'>): Answers {
  const full = { ...context, answers };
  const kept: Answers = {};
  for (const question of askedQuestions(full)) {
    const answer = answerTo(question, answers);
    if (answer) Object.assign(kept, { [question.id]: keepShown(question, answer, full) });
  }
  return kept;
}

// Fields that are shown only in some cases are optional in the schema, so the answer is valid without them.
function keepShown(question: Question, answer: object, context: QuestionContext): object {
  const entries = Object.entries(answer);
  const raw = Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const isShown = (name: string): boolean => {
    const fields = question.fields.filter((field) => field.name === name);
    return fields.length === 0 || fields.some((field) => field.when?.(raw, context) ?? true);
  };
  return Object.fromEntries(entries.filter(([name]) => isShown(name)));
}
