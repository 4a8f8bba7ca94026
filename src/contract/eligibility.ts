import { answerTo } from './answer-to.js';
import { ageOn } from './date.js';
import type { QuestionContext } from './question.js';
import { birth } from './questions/birth.js';

/** Why a service cannot take a person; no fault of theirs, and not an error. */
export type Ineligible = 'area' | 'too-young' | 'too-old';

/** The type of the problem that says so. */
export const notEligibleType = '/problems/not-eligible';

/** Whether the service takes people of that age. */
export function ineligibleByAge(context: QuestionContext): Ineligible | undefined {
  const answer = answerTo(birth, context.answers);
  if (!answer) return undefined;
  const age = ageOn(context.today, answer.date);
  if (age < context.profile.age.from) return 'too-young';
  const { to } = context.profile.age;
  return to !== undefined && age > to ? 'too-old' : undefined;
}
