import { isRecord } from '../shared/record.js';
import { type AnswerShape, type Shaped, optional } from './answer-shape.js';
import type { AnswersSoFar, Question, QuestionContext } from './question.js';
import type { QuestionMode, ServiceProfile } from './service-profile.js';
import { birth } from './questions/birth.js';
import { contact } from './questions/contact.js';
import { details } from './questions/details.js';
import { matters } from './questions/matters.js';
import { name } from './questions/name.js';
import { needs } from './questions/needs.js';
import { permission } from './questions/permission.js';
import { place } from './questions/place.js';
import { practice } from './questions/practice.js';
import { support } from './questions/support.js';
import { times } from './questions/times.js';

/** Every question, in the order in which it is asked. A new question is a file and a line here. */
const ordered = {
  place,
  birth,
  needs,
  matters,
  name,
  contact,
  details,
  times,
  practice,
  support,
  permission,
};

/** The questions in order. */
export const questions: readonly Question[] = Object.values(ordered);

type Ordered = typeof ordered;

/** The answers of a referral, by question. */
export const allAnswers: AnswerShape<{
  readonly [Id in keyof Ordered]?: Shaped<Ordered[Id]['answer']> | undefined;
}> = {
  kind: 'answer',
  members: Object.fromEntries(
    Object.entries<Question>(ordered).map(([id, { answer }]) => [id, optional(answer)]),
  ),
  rules: [],
};

/** How a service asks a question. */
export const modeOf = (question: Question, profile: ServiceProfile): QuestionMode =>
  question.isEssential ? question.mode : (profile.questions[question.id] ?? question.mode);

/** Whether a person is asked a question, given the answers before it. */
export const isAsked = (question: Question, context: QuestionContext): boolean =>
  modeOf(question, context.profile) !== 'off' && (question.applies?.(context) ?? true);

/** The questions that a person is asked, in order. */
export const askedQuestions = (context: QuestionContext): readonly Question[] =>
  questions.filter((question) => isAsked(question, context));

/** The question of that id. */
export const questionOf = (id: string): Question | undefined =>
  questions.find((question) => question.id === id);

/** Whether nothing at all was given. */
export const isEmptyAnswer = (answer: unknown): boolean =>
  answer === undefined ||
  (typeof answer === 'object' &&
    answer !== null &&
    Object.values(answer).every(
      (value) => value === undefined || (Array.isArray(value) && value.length === 0),
    ));

/** Only what was asked, of questions and of their fields: nobody keeps what nobody asked for. */
export const keepAsked = (
  answers: AnswersSoFar,
  context: Omit<QuestionContext, 'answers'>,
): AnswersSoFar => {
  const full = { ...context, answers };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => {
      const question = questionOf(id);
      return question && isAsked(question, full) ? [[id, keepShown(question, answer, full)]] : [];
    }),
  );
};

function keepShown(question: Question, answer: unknown, context: QuestionContext): unknown {
  if (!isRecord(answer)) return answer;
  const raw = Object.fromEntries(
    Object.entries(answer).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const isShown = (name: string): boolean => {
    const fields = question.fields.filter((field) => field.name === name);
    return fields.length === 0 || fields.some((field) => field.when?.(raw, context) ?? true);
  };
  return Object.fromEntries(Object.entries(answer).filter(([name]) => isShown(name)));
}
