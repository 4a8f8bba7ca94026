import type { Deployment } from '../settings/deployment-schema.js';
import { problem } from '../http/responses/problem.js';
import type { Route } from '../http/route.js';
import { sampleTile } from './sample-tile.js';

const path = '/demo/tiles/{z}/{x}/{y}';

/** A made-up map, where a service's settings ask for it: the demonstration needs nothing from the internet. */
export const tileRoutes = ({ services }: Deployment): readonly Route[] =>
  services.some(({ directory }) => directory?.map?.tiles.startsWith('/demo/tiles/'))
    ? [
        {
          method: 'GET',
          path,
          handle: (context) => {
            const [z, x, y] = ['z', 'x', 'y'].map((name) =>
              Number((context.req.param(name) ?? '').replace(/\.svg$/, '')),
            );
            const svg = sampleTile(z ?? Number.NaN, x ?? Number.NaN, y ?? Number.NaN);
            return svg === undefined
              ? problem(404, { detail: 'The map has no such tile.' })
              : new Response(svg, {
                  headers: {
                    'Content-Type': 'image/svg+xml',
                    'Cache-Control': 'public, max-age=86400',
                    'Cross-Origin-Resource-Policy': 'cross-origin',
                  },
                });
          },
        },
      ]
    : [];
