import { findPlace as endpoint } from '../../src/directory/contract/endpoints.js';
import { PlaceRequest } from '../../src/directory/contract/directory.js';
import { requirePartner } from '../http/middleware/guards.js';
import { invalid } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import { refuse } from '../http/responses/refuse.js';
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
      if (!body.ok) return refuse(body.failure);
      const place = findPlace(body.value.text);
      return place ? Response.json(place) : invalid([{ field: 'text', code: 'place.unknown' }]);
    },
  },
];
