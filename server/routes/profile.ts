import { CoverageRequest } from '../../src/contract/coverage.js';
import { checkCoverage, getProfile } from '../../src/contract/intake-endpoints.js';
import { withETag } from '../http/etag.js';
import { requirePartner } from '../http/guards.js';
import { invalid, problem } from '../http/problem.js';
import { readAs } from '../http/read-body.js';
import { refuse } from '../http/refuse.js';
import type { Route } from '../http/route.js';
import { coverageOf } from '../intake/coverage.js';
import { type Placement, profileIn } from '../placement.js';

/** What a form needs to know of a service, and which of its teams take people of a postcode. */
export const profileRoutes = (placements: ReadonlyMap<string, Placement>): readonly Route[] => [
  {
    ...getProfile,
    guards: [requirePartner(placements), withETag],
    handle: (context) => {
      const placement = context.get('placement');
      return placement
        ? Response.json(profileIn(placement, context.req.query('lang') ?? ''), {
            headers: { 'Cache-Control': 'public, max-age=60' },
          })
        : problem(404);
    },
  },
  {
    ...checkCoverage,
    guards: [requirePartner(placements)],
    handle: async (context) => {
      const body = await readAs(CoverageRequest, context.req.raw);
      const placement = context.get('placement');
      if (!placement) return problem(404);
      if (!body.ok) return refuse(body.failure);
      const { profile, teams } = placement;
      return profile.audiences.includes(body.value.for ?? 'self')
        ? Response.json(coverageOf(teams, body.value))
        : invalid([{ field: 'for', code: 'for.not-taken' }]);
    },
  },
];
