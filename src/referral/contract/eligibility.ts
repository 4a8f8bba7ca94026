import { ageOn } from '../../core/contract/date.js';
import type { QuestionContext } from './questions/question.js';
import type { AgeRange } from '../../core/service/team.js';

/** Why a service cannot take a referral; not an error. */
export type Ineligible = 'area' | 'too-young' | 'too-old' | 'closed';

/** The age of the person, if their date of birth is known. */
export function ageOf({
  answers,
  today,
}: Pick<QuestionContext, 'answers' | 'today'>): number | undefined {
  return answers.birth && ageOn(today, answers.birth.date);
}

/** Why an age is in none of several ranges; `undefined` if it is in one. */
export function outsideAges(age: number, ranges: readonly AgeRange[]): Ineligible | undefined {
  if (ranges.some(({ from, to }) => age >= from && (to === undefined || age <= to)))
    return undefined;
  return ranges.some(({ from }) => age < from) ? 'too-young' : 'too-old';
}

/**
 * Why the service does not take people of the person's age; `undefined` if it does.
 * @param teams the teams for the person's area; without them, the service's own ages apply
 */
export function ineligibleByAge(
  context: QuestionContext,
  teams: readonly { readonly age: AgeRange }[] = [context.profile],
): Ineligible | undefined {
  const age = ageOf(context);
  return age === undefined
    ? undefined
    : outsideAges(
        age,
        teams.map((team) => team.age),
      );
}
