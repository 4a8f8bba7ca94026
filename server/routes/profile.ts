import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { CoverageRequest, type Coverage } from '../../src/contract/coverage.js';
import { checkCoverage, getProfile } from '../../src/contract/endpoints.js';
import { isInAreas } from '../../src/contract/postcode.js';
import { crossOrigin, requirePartner } from '../http/guards.js';
import { problem } from '../http/problem.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import type { Placement } from '../placement.js';

// A browser checks the grant on a 304, too.
const retainedHeaders = [...RETAINED_304_HEADERS, 'access-control-allow-origin'];

/** What a form needs to know of a service, and whether the service covers a postcode. */
export const profileRoutes = (placements: ReadonlyMap<string, Placement>): readonly Route[] => [
  {
    ...getProfile,
    guards: [crossOrigin(placements), requirePartner(placements), etag({ retainedHeaders })],
    handle: (context) => {
      const placement = context.get('placement');
      return placement
        ? Response.json(placement.profile, { headers: { 'Cache-Control': 'public, max-age=60' } })
        : problem(404);
    },
  },
  {
    ...checkCoverage,
    guards: [crossOrigin(placements), requirePartner(placements)],
    handle: async (context) => {
      const body = await readAs(CoverageRequest, context.req.raw);
      if (!body.ok) return body.failure;
      const areas = context.get('placement')?.service.areas ?? [];
      const coverage: Coverage = { covered: isInAreas(body.value.postcode, areas) };
      return Response.json(coverage);
    },
  },
];
