import type { AnswersSoFar, Question } from './question.js';
import { readShape } from './read-shape.js';

/** The answer already given to a question, if there is one in the right shape. */
export function answerTo<Answer>(
  question: Question<Answer>,
  answers: AnswersSoFar,
): Answer | undefined {
  const answer = readShape(question.answer, answers[question.id]);
  return answer.ok ? answer.value : undefined;
}
