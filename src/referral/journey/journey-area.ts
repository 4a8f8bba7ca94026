import type { Answers } from '../contract/questions/answers.js';
import { ineligibleByAge } from '../contract/eligibility.js';
import { practice } from '../contract/questions/person/practice.js';
import { answersOf, pageWith } from './journey-answers.js';
import { goForward, goTo, goToQuestions } from './journey-navigation.js';
import type {
  AreaAsked,
  Journey,
  JourneyContext,
  JourneyState,
  StopReason,
} from './journey-state.js';

/** The area about which the backend has to be asked before the person continues; nothing where its answer is known. */
export function areaToAsk({ coverage }: Journey, answers: Answers): AreaAsked | undefined {
  const { postcode, noFixedAddress } = answers.place ?? {};
  // The service takes a person without a fixed address wherever they stay.
  if (postcode !== undefined && noFixedAddress !== 'yes')
    return postcode === coverage?.postcode && coverage.covered
      ? undefined
      : { postcode, practice: undefined };
  // Where the postcode is not covered, the practice may be; the area is asked again with it.
  return coverage?.byPractice === true && answers.practice
    ? { postcode: coverage.postcode, practice: answers.practice.code ?? '' }
    : undefined;
}

/** The reason to stop if no team that covers the area takes people of this age. */
export function unsuitableForTeams(
  { coverage }: Journey,
  answers: Answers,
  context: JourneyContext,
): StopReason | undefined {
  const teams = coverage?.covered === true ? coverage.teams : undefined;
  const open = teams?.filter(({ capacity }) => capacity.state !== 'closed');
  const full = { ...context, answers };
  const reason = ineligibleByAge(full, teams);
  return reason ?? (open && ineligibleByAge(full, open) ? 'closed' : undefined);
}

/** What follows the backend's answer about an area: the person learns at once whether, and when, a team can take them. */
export function afterCoverage(
  before: Journey,
  coverage: NonNullable<Journey['coverage']>,
  context: JourneyContext,
): JourneyState {
  const journey = { ...before, coverage };
  const { teams } = coverage;
  if (!coverage.covered) return afterUncoveredPostcode(journey, coverage, context);
  if (teams.every(({ capacity }) => capacity.state === 'closed'))
    return goTo(journey, { kind: 'stop', reason: 'closed' });
  return teams.some(({ capacity }) => capacity.state !== 'open')
    ? goTo(journey, { kind: 'wait' })
    : goForward(journey, context);
}

// A team may still be responsible through the person's practice, which is asked for unless it is known.
function afterUncoveredPostcode(
  journey: Journey,
  coverage: NonNullable<Journey['coverage']>,
  context: JourneyContext,
): JourneyState {
  const page = pageWith(practice.id, context);
  const isUndecided = coverage.byPractice && coverage.practice === undefined && page;
  const { practice: known } = answersOf(journey, context);
  if (isUndecided && !known) return goToQuestions(journey, page);
  return isUndecided && known?.code !== undefined
    ? {
        at: 'checking-area',
        journey,
        asked: { postcode: coverage.postcode, practice: known.code },
      }
    : goTo(journey, { kind: 'stop', reason: 'area' });
}
