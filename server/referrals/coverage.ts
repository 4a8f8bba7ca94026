import type { Coverage, CoverageRequest } from '../../src/referral/contract/coverage.js';
import type { TeamEntry } from '../settings/team-schema.js';
import { acceptsReferrer, publicTeam } from '../settings/teams.js';
import { locationRank } from './choose-team.js';

/** Which teams cover a place, and whether a team might still accept the person because of their GP practice. */
export function coverageOf(
  teams: readonly TeamEntry[],
  { postcode, practice, for: audience = 'self' }: CoverageRequest,
): Coverage {
  const accepting = teams.filter((team) => acceptsReferrer(team, { for: audience }));
  const covering = accepting.filter(
    (team) => locationRank(team, { postcode, practice }) !== undefined,
  );
  return {
    covered: covering.length > 0,
    teams: covering.map(publicTeam),
    byPractice:
      covering.length === 0 &&
      practice === undefined &&
      accepting.some(({ practices = [] }) => practices.length > 0),
  };
}
