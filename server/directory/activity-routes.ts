import type { Context } from 'hono';
import { readQuery } from '../../src/directory/contract/activity-query.js';
import { getActivity, searchActivities } from '../../src/directory/contract/endpoints.js';
import type { ActivityDetail } from '../../src/directory/contract/activity.js';
import { calendarOf } from './activity/calendar.js';
import { detailOf } from './activity/detail.js';
import { eTagOf, withETag } from '../http/middleware/etag.js';
import { requirePartner, serviceContextOf } from '../http/middleware/guards.js';
import { refuse, refuseFields } from '../http/responses/problem.js';
import type { Env, Route } from '../http/route.js';
import type { ServiceContext } from '../settings/service-context.js';
import { type SearchPlace, searchPlaceOf } from '../geography/places.js';
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
  const { service } = serviceContextOf(context);
  const read = readQuery(new URL(context.req.url).searchParams);
  const query = read.ok ? read.value : refuseFields(read.failure);
  const place = placeOf(query.place);
  if (!fitsCursor(query)) refuseFields([{ field: 'after', code: 'field.shape' }]);
  const text = await activities.searchText({ service: service.id, query, place, now: now() });
  return new Response(text, {
    headers: { ...headers, 'Content-Type': 'application/json', ETag: eTagOf(text) },
  });
}

// An id contains no dot; an extension asks for the calendar file.
async function one(context: Context<Env>, { activities, now }: Dependencies): Promise<Response> {
  const { id: service, timeZone } = serviceContextOf(context).service;
  const [, id = '', isCalendar] =
    /^([\w-]{1,120})(\.ics)?$/.exec(context.req.param('file') ?? '') ?? [];
  const activity =
    (id === '' ? undefined : await activities.find(service, id)) ??
    refuse(404, { detail: 'The directory has no activity of this id.' });
  if (isCalendar !== undefined) return calendar(calendarOf(activity, { timeZone, now: now() }));
  const place = placeOf(context.req.query('place') ?? '');
  const detail: ActivityDetail = detailOf(activity, { place, timeZone, now: now() });
  return Response.json(detail, { headers });
}

const placeOf = (id: string): SearchPlace | undefined =>
  id === ''
    ? undefined
    : (searchPlaceOf(id) ?? refuseFields([{ field: 'place', code: 'place.unknown' }]));

const calendar = (file: { readonly name: string; readonly text: string } | undefined): Response =>
  file
    ? new Response(file.text, {
        headers: {
          ...headers,
          'Content-Type': 'text/calendar; charset=utf-8',
          'Content-Disposition': `attachment; filename="${file.name}.ics"`,
        },
      })
    : refuse(404, { detail: 'Nobody has said when this activity takes place.' });
