import { ageOn } from '../../core/contract/date.js';
import type { QuestionContext } from './questions/question.js';
import type { AgeRange } from '../../core/service/team.js';

/** Why a service cannot take a person; no fault of theirs, and not an error. */
export type Ineligible = 'area' | 'too-young' | 'too-old' | 'closed';

/** The age of the person, where their date of birth is known. */
export function ageOf({
  answers,
  today,
}: Pick<QuestionContext, 'answers' | 'today'>): number | undefined {
  return answers.birth && ageOn(today, answers.birth.date);
}

/** Why none of several ranges of age holds an age, if none does. */
export function outsideAges(age: number, ranges: readonly AgeRange[]): Ineligible | undefined {
  if (ranges.some(({ from, to }) => age >= from && (to === undefined || age <= to)))
    return undefined;
  return ranges.some(({ from }) => age < from) ? 'too-young' : 'too-old';
}

/**
 * Whether the service takes people of that age.
 * @param teams those that take people who live where this person does; without them the service's own ages count
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
