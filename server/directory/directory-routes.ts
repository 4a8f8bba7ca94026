import { getDirectory } from '../../src/directory/contract/endpoints.js';
import { filterNames, sorts } from '../../src/directory/contract/activity-query.js';
import type { DirectoryProfile } from '../../src/directory/contract/directory.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { withETag } from '../http/middleware/etag.js';
import { requirePartner, serviceContextOf } from '../http/middleware/guards.js';
import { cacheControl } from './contract/cache-control.js';
import type { Route } from '../http/route.js';
import { type ServiceContext, serviceFor } from '../settings/service-context.js';

/** What a finder needs to know of a service's directory. */
export const directoryRoutes = (
  { publicUrl }: Deployment,
  serviceContexts: ReadonlyMap<string, ServiceContext>,
): readonly Route[] => [
  {
    ...getDirectory,
    guards: [requirePartner(serviceContexts), withETag],
    handle: (context) => {
      // Behind a proxy, the request contains the address between proxy and backend, not the public one.
      const here = publicUrl ?? new URL(context.req.url).origin;
      return Response.json(
        profileOf(serviceContextOf(context), context.req.query('lang') ?? '', here),
        {
          headers: { 'Cache-Control': cacheControl },
        },
      );
    },
  },
];

function profileOf(
  serviceContext: ServiceContext,
  language: string,
  here: string,
): DirectoryProfile {
  const { name, phone, hours, timeZone, directory } = serviceFor(serviceContext, language);
  const { categories = [], map, feeds = [] } = directory ?? {};
  return {
    service: { name, phone, hours },
    categories: categories.map(({ id, label }) => ({ id, label })),
    timeZone,
    filters: [...filterNames],
    sorts: [...sorts],
    places: true,
    reports: true,
    // An address that starts with a slash is on this server.
    ...(map ? { map: { ...map, tiles: map.tiles.replace(/^\//, `${here}/`) } } : {}),
    page: `${here}/activities?partner=${encodeURIComponent(serviceContext.partner.id)}`,
    attribution: [
      ...feeds.flatMap(({ attribution = [] }) => attribution),
      ...(directory?.sampleActivities === undefined ? [] : [{ text: sampleNotice }]),
    ],
  };
}

const sampleNotice = 'These activities are made up for demonstration.';
