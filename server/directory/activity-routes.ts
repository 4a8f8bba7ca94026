import type { Context } from 'hono';
import { readQuery } from '../../src/directory/contract/activity-query.js';
import { getActivity, searchActivities } from '../../src/directory/contract/endpoints.js';
import type { ActivityDetail } from '../../src/directory/contract/activity.js';
import { calendarOf } from './activity/calendar.js';
import { detailOf } from './activity/detail.js';
import { eTagOf, withETag } from '../http/middleware/etag.js';
import { requirePartner } from '../http/middleware/guards.js';
import { invalid, problem } from '../http/responses/problem.js';
import type { Env, Route } from '../http/route.js';
import type { ServiceContext } from '../settings/service-context.js';
import { searchPlaceOf } from '../geography/places.js';
import type { ActivityStore } from './contract/activity-store.js';
import { fitsCursor } from './search/order.js';
import { cacheControl } from './contract/cache-control.js';

interface Dependencies {
  readonly activities: ActivityStore;
  readonly now: () => Date;
}

const headers = { 'Cache-Control': cacheControl };

/** Searches activities, and returns one activity or its dates as a calendar file. */
export const activityRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  dependencies: Dependencies,
): readonly Route[] => {
  const guards = [requirePartner(serviceContexts), withETag];
  return [
    { ...searchActivities, guards, handle: (context) => search(context, dependencies) },
    {
      // Before the route of an activity, whose pattern also matches this path.
      method: 'GET',
      path: `${getActivity.path}.ics`.replace('{id}.ics', '{file}'),
      guards,
      handle: (context) => one(context, dependencies),
    },
  ];
};

async function search(context: Context<Env>, { activities, now }: Dependencies): Promise<Response> {
  const serviceContext = context.get('serviceContext');
  if (!serviceContext) return problem(404);
  const read = readQuery(new URL(context.req.url).searchParams);
  if (!read.ok) return invalid([...read.failure]);
  const query = read.value;
  const place = query.place === '' ? undefined : searchPlaceOf(query.place);
  if (query.place !== '' && !place) return invalid([{ field: 'place', code: 'place.unknown' }]);
  if (!fitsCursor(query)) return invalid([{ field: 'after', code: 'field.shape' }]);
  const service = serviceContext.service.id;
  const text = await activities.searchText({ service, query, place, now: now() });
  return new Response(text, {
    headers: { ...headers, 'Content-Type': 'application/json', ETag: eTagOf(text) },
  });
}

// An id contains no dot; an extension asks for the calendar file.
async function one(context: Context<Env>, { activities, now }: Dependencies): Promise<Response> {
  const serviceContext = context.get('serviceContext');
  const [, id = '', isCalendar] =
    /^([\w-]{1,120})(\.ics)?$/.exec(context.req.param('file') ?? '') ?? [];
  const activity =
    serviceContext && id !== '' ? await activities.find(serviceContext.service.id, id) : undefined;
  if (!serviceContext || !activity)
    return problem(404, { detail: 'The directory has no activity of this id.' });
  const { timeZone } = serviceContext.service;
  if (isCalendar !== undefined) return calendar(calendarOf(activity, { timeZone, now: now() }));
  const wanted = new URL(context.req.url).searchParams.get('place') ?? '';
  const place = wanted === '' ? undefined : searchPlaceOf(wanted);
  if (wanted !== '' && !place) return invalid([{ field: 'place', code: 'place.unknown' }]);
  const detail: ActivityDetail = detailOf(activity, { place, timeZone, now: now() });
  return Response.json(detail, { headers });
}

const calendar = (file: { readonly name: string; readonly text: string } | undefined): Response =>
  file
    ? new Response(file.text, {
        headers: {
          ...headers,
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': `attachment; filename="${file.name}.ics"`,
        },
      })
    : problem(404, { detail: 'Nobody has said when this activity takes place.' });
