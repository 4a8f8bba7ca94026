import { type Audience, audiences } from '../../src/contract/audience.js';
import type { Deployment } from '../deployment-schema.js';
import type { Route } from '../http/route.js';
import { homePage } from '../pages/home.js';
import { htmlAnswer } from '../pages/html-answer.js';
import {
  activitiesPage,
  activitiesPolicy,
  chooseServicePage,
  referPage,
  referPolicy,
  statusPage,
  suggestPage,
  unknownPartnerPage,
} from '../pages/refer.js';
import { pageStyle } from '../pages/style.js';
import type { Placement } from '../placement.js';

/** The service's own page with the form, the front page and their style. */
export const pageRoutes = (
  { services }: Deployment,
  placements: ReadonlyMap<string, Placement>,
): readonly Route[] => {
  const own = services.flatMap(({ id }) => placements.get(id) ?? []);
  return [
    { method: 'GET', path: '/', handle: () => htmlAnswer(homePage(own)) },
    {
      method: 'GET',
      path: '/refer',
      handle: (context) => refer(new URL(context.req.url).searchParams, own, placements),
    },
    ...ownPages.map(([path, page, policy]): Route => ({
      method: 'GET',
      path,
      handle: (context) => {
        const partner = new URL(context.req.url).searchParams.get('partner') ?? '';
        const placement = partner === '' ? own[0] : placements.get(partner);
        return placement
          ? htmlAnswer(page(placement), { policy })
          : htmlAnswer(unknownPartnerPage(), { status: 404 });
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
  given: URLSearchParams,
  own: readonly Placement[],
  placements: ReadonlyMap<string, Placement>,
): Promise<Response> {
  const [first, ...others] = own;
  const partner = given.get('partner');
  const isNamed = partner !== null && partner !== '';
  if (!isNamed && others.length > 0) return htmlAnswer(chooseServicePage(own));
  const placement = isNamed ? placements.get(partner) : first;
  return placement
    ? htmlAnswer(referPage(placement, referrer(given.get('for'))), { policy: referPolicy })
    : htmlAnswer(unknownPartnerPage(), { status: 404 });
}

// Links of partners without more words are those of people who refer themselves.
const referrer = (given: string | null): Audience | undefined =>
  given === 'ask' ? undefined : (audiences.find((one) => one === given) ?? 'self');
