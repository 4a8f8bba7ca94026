import type { Deployment } from '../deployment-schema.js';
import { problem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { openApi } from '../openapi.js';
import { wordingVersion } from '../placement.js';
import { docsPage } from '../pages/docs.js';
import { htmlAnswer } from '../pages/html-answer.js';

/** What can be asked for, for programs and for people. */
export const documentRoutes = ({ services }: Deployment): readonly Route[] => {
  const [service] = services;
  const document = openApi(service ? wordingVersion(service.consent) : '');
  return [
    {
      method: 'GET',
      path: '/api/v1/openapi.json',
      handle: () => Response.json(document, { headers: { 'Access-Control-Allow-Origin': '*' } }),
    },
    { method: 'GET', path: '/docs', handle: () => htmlAnswer(docsPage(document)) },
    {
      method: 'GET',
      path: '/problems/{kind}',
      handle: (context) =>
        ['not-eligible', 'idempotency-key-reused'].includes(context.req.param('kind') ?? '')
          ? new Response(null, { status: 303, headers: { Location: '/docs#sendReferral' } })
          : problem(404),
    },
  ];
};
