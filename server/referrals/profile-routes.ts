import { CoverageRequest } from '../../src/referral/contract/coverage.js';
import { getProfile } from '../../src/core/service/endpoints.js';
import { checkCoverage } from '../../src/referral/contract/endpoints.js';
import { withETag } from '../http/middleware/etag.js';
import { requirePartner, serviceContextOf } from '../http/middleware/guards.js';
import { refuseFields } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import { coverageOf } from './coverage.js';
import { type ServiceContext, profileFor } from '../settings/service-context.js';

/** What a form needs to know of a service, and which of its teams take people of a postcode. */
export const profileRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
): readonly Route[] => [
  {
    ...getProfile,
    guards: [requirePartner(serviceContexts), withETag],
    handle: (context) =>
      Response.json(profileFor(serviceContextOf(context), context.req.query('lang') ?? ''), {
        headers: { 'Cache-Control': 'public, max-age=60' },
      }),
  },
  {
    ...checkCoverage,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const body = await readAs(CoverageRequest, context.req.raw);
      const { profile, teams, service } = serviceContextOf(context);
      return profile.audiences.includes(body.for ?? 'self')
        ? Response.json(coverageOf(teams, body, service.teamOrder))
        : refuseFields([{ field: 'for', code: 'for.not-taken' }]);
    },
  },
];
