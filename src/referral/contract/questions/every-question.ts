import type { Audience } from '../../../core/service/audience.js';
import type { FormPage, Question } from './question.js';
import { ofOthers, pagesOfOthers } from './questions-for-others.js';
import { ofSelf, selfPages } from './questions-for-self.js';

// The backend knows all questions; a page loads those of its reader.
/** Every question of every form. */
export const everyQuestion: readonly Question[] = [
  ...Object.values(ofSelf),
  ...Object.values(ofOthers),
];

/** The question of that id. */
export const questionOf = (id: string): Question | undefined =>
  everyQuestion.find((question) => question.id === id);

/** The pages on which somebody is asked. */
export const pagesOf = (audience: Audience): readonly FormPage[] =>
  audience === 'self' ? selfPages : pagesOfOthers[audience];
