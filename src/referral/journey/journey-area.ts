import type { Coverage } from '../contract/coverage.js';
import type { Team } from '../../core/service/team.js';
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
  if (!coverage || !answers.practice) return undefined;
  const { code: practice = '' } = answers.practice;
  const isOther =
    coverage.practice === undefined ? coverage.byPractice : practice !== coverage.practice;
  // Without a practice, the answer for the postcode alone stays as it is.
  const isKnown = practice === '' && coverage.practice === undefined && hasOpenTeam(coverage);
  return isOther && !isKnown ? { postcode: coverage.postcode, practice } : undefined;
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
  const { teams, postcode, covered } = coverage;
  const page = pageWith(practice.id, context);
  const mayPracticeDecide = coverage.byPractice && coverage.practice === undefined && page;
  const { practice: known } = answersOf(journey, context);
  if (mayPracticeDecide && known?.code !== undefined)
    return { at: 'checking-area', journey, asked: { postcode, practice: known.code } };
  if (hasOpenTeam(coverage)) {
    const isWait = teams.some(({ capacity }) => capacity.state !== 'open');
    const isNews = isWait && !isSameWait(before.coverage?.teams ?? [], teams);
    return isNews ? goTo(journey, { kind: 'wait' }) : goForward(journey, context);
  }
  // A team may still take the person through their practice.
  if (mayPracticeDecide && !known) return goToQuestions(journey, page);
  return goTo(journey, { kind: 'stop', reason: covered ? 'closed' : 'area' });
}

const hasOpenTeam = ({ teams }: Pick<Coverage, 'teams'>): boolean =>
  teams.some(({ capacity }) => capacity.state !== 'closed');

// The wait that a person has read of for their postcode is not shown again once their practice is known.
const isSameWait = (read: readonly Team[], teams: readonly Team[]): boolean =>
  JSON.stringify(read) === JSON.stringify(teams);
