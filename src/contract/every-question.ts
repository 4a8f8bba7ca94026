import { type AnswerShape, type Shaped, optional } from './answer-shape.js';
import type { Audience } from './audience.js';
import type { FormPage, Question } from './question.js';
import { ofOthers, pagesOfOthers } from './questions-of-others.js';
import { ofSelf, selfPages } from './questions.js';

// The backend knows all questions; a page loads those of its reader.
const every = { ...ofSelf, ...ofOthers };

/** Every question of every form. */
export const everyQuestion: readonly Question[] = Object.values(every);

/** The question of that id. */
export const questionOf = (id: string): Question | undefined =>
  everyQuestion.find((question) => question.id === id);

/** The pages on which somebody is asked. */
export const pagesOf = (audience: Audience): readonly FormPage[] =>
  audience === 'self' ? selfPages : pagesOfOthers[audience];

type Every = typeof every;

/** The answers of a referral, by question. */
export const allAnswers: AnswerShape<{
  readonly [Id in keyof Every]?: Shaped<Every[Id]['answer']> | undefined;
}> = {
  kind: 'answer',
  members: Object.fromEntries(
    Object.entries<Question>(every).map(([id, { answer }]) => [id, optional(answer)]),
  ),
  rules: [],
};
