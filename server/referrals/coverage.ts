import type { Coverage, CoverageRequest } from '../../src/referral/contract/coverage.js';
import type { TeamEntry, TeamOrder } from '../settings/team-schema.js';
import { acceptsReferrer, publicTeam } from '../settings/teams.js';
import { locationRank } from './choose-team.js';

/**
 * Which teams cover a place, and whether the person's GP practice may change that. A team is left out where another one
 * comes first for everybody whom it takes.
 */
export function coverageOf(
  teams: readonly TeamEntry[],
  { postcode, practice, for: audience = 'self' }: CoverageRequest,
  order: TeamOrder = 'practice-first',
): Coverage {
  const accepting = teams.filter((team) => acceptsReferrer(team, { for: audience }));
  const covering = accepting.flatMap((team) => {
    const rank = locationRank(team, { postcode, practice }, order);
    return rank === undefined ? [] : [{ team, rank }];
  });
  const chosen = covering.filter(
    ({ team, rank }) =>
      !covering.some((other) => other.rank < rank && takesEverybodyOf(other.team, team)),
  );
  return {
    covered: covering.length > 0,
    teams: chosen.map(({ team }) => publicTeam(team)),
    byPractice:
      (covering.length === 0 || order === 'practice-first') &&
      practice === undefined &&
      accepting.some(({ practices = [] }) => practices.length > 0),
  };
}

const takesEverybodyOf = ({ age, capacity }: TeamEntry, other: TeamEntry): boolean =>
  capacity.state !== 'closed' &&
  age.from <= other.age.from &&
  (age.to ?? Infinity) >= (other.age.to ?? Infinity);
