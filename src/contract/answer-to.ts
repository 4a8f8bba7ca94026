import * as z from 'zod/mini';
import type { AnswersSoFar, Question } from './question.js';

/** The answer already given to a question, if there is one in the right shape. */
export function answerTo<Answer extends z.ZodMiniType>(
  question: Question<Answer>,
  answers: AnswersSoFar,
): z.infer<Answer> | undefined {
  const answer = z.safeParse(question.answer, answers[question.id]);
  return answer.success ? answer.data : undefined;
}
