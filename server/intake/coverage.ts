import type { Coverage, CoverageRequest } from '../../src/contract/coverage.js';
import type { TeamEntry } from '../team-schema.js';
import { teamFor } from '../teams.js';
import { nearness, takes } from './choose-team.js';

/** Which teams take people of a place, and whether their practice could still make one do so. */
export function coverageOf(
  teams: readonly TeamEntry[],
  { postcode, practice, for: audience = 'self' }: CoverageRequest,
): Coverage {
  const ofKind = teams.filter((team) => takes(team, { for: audience }));
  const there = ofKind.filter((team) => nearness(team, { postcode, practice }) !== undefined);
  return {
    covered: there.length > 0,
    teams: there.map(teamFor),
    byPractice:
      there.length === 0 &&
      practice === undefined &&
      ofKind.some(({ practices = [] }) => practices.length > 0),
  };
}
