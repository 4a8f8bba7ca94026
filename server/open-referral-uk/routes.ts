import type { Context } from 'hono';
import { emptyQuery, maxResults } from '../../src/directory/contract/activity-query.js';
import type { Activity } from '../../src/directory/contract/activity.js';
import type { Deployment, ServiceEntry } from '../settings/deployment-schema.js';
import { forEveryOrigin } from '../http/middleware/cross-origin.js';
import { withETag } from '../http/middleware/etag.js';
import { problem } from '../http/responses/problem.js';
import type { Env, Route } from '../http/route.js';
import { possibleActivities, maxVenues } from './ids.js';
import { serviceAtLocation } from './location.js';
import { pageOf, readPageRequest, type PageRequest } from './page.js';
import { serviceSummary, serviceDetail } from './service.js';
import { taxonomyOf, taxonomyTermsOf } from './taxonomy.js';
import type { ActivityStore } from '../directory/contract/activity-store.js';
import { cacheControl } from '../directory/contract/cache-control.js';

interface Dependencies {
  readonly activities: ActivityStore;
  readonly now: () => Date;
}

interface Asked extends Dependencies {
  readonly service: ServiceEntry;
  readonly id: string;
  readonly given: URLSearchParams;
}

/** An answer's JSON; nothing where there is no such thing. */
type Answer = (asked: Asked) => unknown;

const about = {
  version: 'HSDS-UK-3.0',
  profile: 'https://docs.openreferral.org.uk',
  openapi_url:
    'https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json',
};

const answers: Readonly<Record<string, Answer>> = {
  '': () => about,
  '/': () => about,
  '/services': services,
  '/services/{id}': service,
  '/service_at_locations': atLocations,
  '/service_at_locations/{id}': atLocation,
  '/taxonomies': ({ service: one, given }) => pageFrom([taxonomyOf(one)], readPageRequest(given)),
  '/taxonomies/{id}': ({ service: one, id }) =>
    [taxonomyOf(one)].find((taxonomy) => taxonomy.id === id),
  '/taxonomy_terms': ({ service: one, given }) =>
    pageFrom(taxonomyTermsOf(one), readPageRequest(given)),
  '/taxonomy_terms/{id}': ({ service: one, id }) =>
    taxonomyTermsOf(one).find((term) => term.id === id),
};

/**
 * The directory as a source of Open Referral UK 3.0, for everybody: at `/oruk/v3` that of the deployment's first
 * service, at `/{service}/oruk/v3` that of any.
 */
export const openReferralUkRoutes = (
  deployment: Deployment,
  dependencies: Dependencies,
): readonly Route[] =>
  ['/oruk/v3', '/{service}/oruk/v3'].flatMap((root) =>
    Object.entries(answers).map(([path, answer]) => ({
      method: 'GET' as const,
      path: root + path,
      guards: [forEveryOrigin, withETag],
      handle: (context) => respond(context, deployment, dependencies, answer),
    })),
  );

async function respond(
  context: Context<Env>,
  { services: all }: Deployment,
  dependencies: Dependencies,
  answer: Answer,
): Promise<Response> {
  const named = context.req.param('service');
  const found = named === undefined ? all[0] : all.find(({ id }) => id === named);
  if (!found) return problem(404, { detail: 'No service has this id.' });
  const id = (context.req.param('id') ?? '').toLowerCase();
  const given = new URL(context.req.url).searchParams;
  const json = await answer({ ...dependencies, service: found, id, given });
  return json === undefined
    ? problem(404, { detail: 'The directory has nothing of this id.' })
    : Response.json(json, { headers: { 'Cache-Control': cacheControl } });
}

const pageFrom = (all: readonly unknown[], wanted: PageRequest) =>
  pageOf(all.slice(wanted.offset, wanted.offset + wanted.perPage), all.length, wanted);

async function services(asked: Asked) {
  const { activities, given, service: one } = asked;
  const wanted = readPageRequest(given);
  if (given.has('search') || given.has('taxonomy_term_id')) return searched(asked, wanted);
  const [found, total] = await Promise.all([
    activities.all({ service: one.id, offset: wanted.offset, limit: wanted.perPage }),
    activities.count(one.id),
  ]);
  return pageOf(found.map(serviceSummary), total, wanted);
}

// Results of a search have no page numbers with us: each page leads to the next.
const farthest = 5000;

async function searched({ activities, given, now, service: one }: Asked, wanted: PageRequest) {
  const term = given.get('taxonomy_term_id');
  const category = taxonomyTermsOf(one).find(({ id }) => id === term)?.term;
  if (term !== null && category === undefined) return pageOf([], 0, wanted);
  const query = {
    ...emptyQuery,
    text: (given.get('search') ?? '').slice(0, 200),
    filters: category === undefined ? {} : { category: [category] },
    limit: maxResults,
  };
  const ids: string[] = [];
  const end = Math.min(wanted.offset + wanted.perPage, farthest);
  const of = { service: one.id, place: undefined, now: now() };
  let page = await activities.search({ ...of, query });
  ids.push(...page.items.map(({ id }) => id));
  while (page.next !== undefined && ids.length < end) {
    page = await activities.search({ ...of, query: { ...query, after: page.next } });
    ids.push(...page.items.map(({ id }) => id));
  }
  const shown = ids.slice(wanted.offset, end);
  const byId = new Map((await activities.some(one.id, shown)).map((found) => [found.id, found]));
  const found = shown.flatMap((id) => byId.get(id) ?? []);
  return pageOf(found.map(serviceSummary), page.total, wanted);
}

async function service({ activities, id, service: one }: Asked) {
  const found = await activities.find(one.id, id);
  return found && serviceDetail(found, taxonomyTermsOf(one));
}

async function atLocations({ activities, given, service: one }: Asked) {
  const wanted = readPageRequest(given);
  const [found, total] = await Promise.all([
    activities.atVenues({ service: one.id, offset: wanted.offset, limit: wanted.perPage }),
    activities.countVenues(one.id),
  ]);
  const contents = found.map(({ activity, position }) => withService(activity, position));
  return pageOf(contents, total, wanted);
}

async function atLocation({ activities, id, service: one }: Asked) {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const meant = possibleActivities(id);
  const found = await activities.some(
    one.id,
    meant.map((each) => each.id),
  );
  const [first] = found.flatMap((activity) => {
    const position = meant.find((each) => each.id === activity.id)?.position ?? maxVenues;
    return position < activity.venues.length ? [withService(activity, position)] : [];
  });
  return first;
}

const withService = (activity: Activity, position: number) => ({
  ...serviceAtLocation(activity, position),
  service: serviceSummary(activity),
});
