import type { Context } from 'hono';
import { type Audience, audiences } from '../../src/core/service/audience.js';
import type { Deployment } from '../settings/deployment-schema.js';
import type { Env, Route } from '../http/route.js';
import { homePage } from './home.js';
import { noScripts, pageHeaders } from '../http/responses/content-security-policy.js';
import {
  activitiesPage,
  activitiesPolicy,
  chooseServicePage,
  referPage,
  referPolicy,
  statusPage,
  suggestPage,
  unknownPartnerPage,
} from './refer.js';
import { pageStyle } from './style.js';
import type { ServiceContext } from '../settings/service-context.js';

/** The front page, the service's own pages and their style sheet. */
export const pageRoutes = (
  { services }: Deployment,
  serviceContexts: ReadonlyMap<string, ServiceContext>,
): readonly Route[] => {
  const own = services.flatMap(({ id }) => serviceContexts.get(id) ?? []);
  return [
    {
      method: 'GET',
      path: '/',
      handle: (context) => context.html(homePage(own), 200, pageHeaders(...noScripts)),
    },
    {
      method: 'GET',
      path: '/refer',
      handle: (context) => refer(context, own, serviceContexts),
    },
    ...ownPages.map(([path, page, policy]): Route => ({
      method: 'GET',
      path,
      handle: (context) => {
        const partner = context.req.query('partner') ?? '';
        const serviceContext = partner === '' ? own[0] : serviceContexts.get(partner);
        return serviceContext
          ? context.html(page(serviceContext), 200, pageHeaders(...policy))
          : unknownPartner(context);
      },
    })),
    {
      method: 'GET',
      path: '/assets/pages.css',
      handle: () =>
        new Response(pageStyle, {
          headers: {
            'Content-Type': 'text/css; charset=utf-8',
            'Cache-Control': 'public, max-age=300',
          },
        }),
    },
  ];
};

const ownPages = [
  ['/activities', activitiesPage, activitiesPolicy],
  ['/suggest', suggestPage, referPolicy],
  ['/status', statusPage, referPolicy],
] as const;

function refer(
  context: Context<Env>,
  own: readonly ServiceContext[],
  serviceContexts: ReadonlyMap<string, ServiceContext>,
): Response | Promise<Response> {
  const [first, ...others] = own;
  const partner = context.req.query('partner') ?? '';
  if (partner === '' && others.length > 0)
    return context.html(chooseServicePage(own), 200, pageHeaders(...noScripts));
  const serviceContext = partner === '' ? first : serviceContexts.get(partner);
  if (!serviceContext) return unknownPartner(context);
  const page = referPage(serviceContext, referrer(context.req.query('for')));
  return context.html(page, 200, pageHeaders(...referPolicy));
}

const unknownPartner = (context: Context<Env>): Response | Promise<Response> =>
  context.html(unknownPartnerPage(), 404, pageHeaders(...noScripts));

// Partner links without a further segment are for people who refer themselves.
const referrer = (given: string | undefined): Audience | undefined =>
  given === 'ask' ? undefined : (audiences.find((one) => one === given) ?? 'self');
