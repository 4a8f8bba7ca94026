import type { Audience } from '../../../core/service/audience.js';
import type { FormPage, Question } from './question.js';
import { ofOthers, pagesOfOthers } from './questions-for-others.js';
import { ofSelf, selfPages } from './questions-for-self.js';

/** Every question of every form. For the backend: a page loads only the questions for its kind of referrer. */
export const everyQuestion: readonly Question[] = [
  ...Object.values(ofSelf),
  ...Object.values(ofOthers),
];

/** The question with an id. */
export const questionOf = (id: string): Question | undefined =>
  everyQuestion.find((question) => question.id === id);

/** The pages of the form for a kind of referrer. */
export const pagesOf = (audience: Audience): readonly FormPage[] =>
  audience === 'self' ? selfPages : pagesOfOthers[audience];
