import { compress } from 'hono/compress';
import { serveStatic } from 'hono/serve-static';
import type { Deployment } from '../settings/deployment-schema.js';
import { withETag } from '../http/middleware/etag.js';
import { problem } from '../http/responses/problem.js';
import type { Route } from '../http/route.js';
import { openApi } from './document.js';
import {
  apiReferencePage,
  apiReferencePolicy,
  apiReferenceScript,
  apiReferenceStyle,
} from './api-reference-page.js';
import { pageHeaders } from '../http/responses/content-security-policy.js';
import { wordingVersion } from '../settings/service-context.js';
import type { ReadFile } from '../http/embed-routes.js';

interface Dependencies {
  readonly deployment: Deployment;
  /** Reads a file of Swagger UI by its name. */
  readonly readSwaggerUi: ReadFile;
}

const assets = '/assets/api-reference/';
const cacheControl = { 'Cache-Control': 'public, max-age=300' };

/** The API reference: the OpenAPI document for programs, and a page for people. */
export const documentRoutes = ({ deployment, readSwaggerUi }: Dependencies): readonly Route[] => {
  const [service] = deployment.services;
  const document = openApi(service ? wordingVersion(service.consent) : '');
  return [
    {
      method: 'GET',
      path: '/api/v1/openapi.json',
      handle: () => Response.json(document, { headers: { 'Access-Control-Allow-Origin': '*' } }),
    },
    {
      method: 'GET',
      path: '/docs',
      handle: (context) =>
        context.html(apiReferencePage(), 200, pageHeaders(...apiReferencePolicy)),
    },
    {
      method: 'GET',
      path: '/assets/api-reference.js',
      handle: () =>
        new Response(apiReferenceScript, {
          headers: { ...cacheControl, 'Content-Type': 'text/javascript; charset=utf-8' },
        }),
    },
    {
      method: 'GET',
      path: '/assets/api-reference.css',
      handle: () =>
        new Response(apiReferenceStyle, {
          headers: { ...cacheControl, 'Content-Type': 'text/css; charset=utf-8' },
        }),
    },
    {
      method: 'GET',
      path: `${assets}*`,
      guards: [
        withETag,
        compress(),
        serveStatic({
          root: '',
          join: (...parts) => parts.join(''),
          getContent: async (name) => (await readSwaggerUi(name)) ?? null,
          rewriteRequestPath: (path) => path.slice(assets.length),
          onFound: (_, context) => {
            context.header('Cache-Control', cacheControl['Cache-Control']);
          },
        }),
      ],
      handle: () => problem(404, { detail: 'The API reference has no file of this name.' }),
    },
    {
      method: 'GET',
      path: '/problems/{kind}',
      handle: (context) =>
        ['not-eligible', 'idempotency-key-reused'].includes(context.req.param('kind') ?? '')
          ? context.redirect('/docs#/Forms/sendReferral', 303)
          : problem(404),
    },
  ];
};
