import { findPlace as endpoint } from '../../src/directory/contract/endpoints.js';
import { PlaceRequest } from '../../src/directory/contract/directory.js';
import { requirePartner } from '../http/middleware/guards.js';
import { refuseFields } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import type { ServiceContext } from '../settings/service-context.js';
import { findPlace } from './places.js';

/** Where a place is that somebody typed. */
export const placeRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
): readonly Route[] => [
  {
    ...endpoint,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const body = await readAs(PlaceRequest, context.req.raw);
      const place = findPlace(body.text);
      return place
        ? Response.json(place)
        : refuseFields([{ field: 'text', code: 'place.unknown' }]);
    },
  },
];
