import { writeQuery } from '../contract/activity-query.js';
import { directoryPaths } from '../contract/directory-paths.js';
import {
  activityDetail,
  activityPage,
  directoryProfile,
  place,
  reportReceipt,
} from '../contract/generated/directory-answers.js';
import type { Directory } from './directory.js';
import { type HttpSettings, address, request } from './http.js';

/** The adapter that speaks our own contract over HTTP. */
export function httpDirectory(settings: HttpSettings): Directory {
  const { getDirectory, searchActivities, getActivity, findPlace, reportActivity } = directoryPaths;
  return {
    profile: (signal) =>
      request(settings, getDirectory, {
        shape: directoryProfile,
        signal,
        cache: 'no-cache',
        more: `&lang=${settings.language ?? ''}`,
      }),
    search: (query, signal) =>
      request(settings, searchActivities, {
        shape: activityPage,
        more: after(writeQuery(query)),
        signal,
      }),
    activity: (id, where, signal) =>
      request(settings, withId(getActivity, id), {
        shape: activityDetail,
        more: after(new URLSearchParams(where === '' ? {} : { place: where })),
        signal,
      }),
    place: (text, signal) =>
      request(settings, findPlace, {
        shape: place,
        body: { text },
        signal,
        readProblem: () => ({
          kind: 'rejected',
          issues: [{ field: 'text', code: 'place.unknown' }],
        }),
      }),
    report: (report) => request(settings, reportActivity, { shape: reportReceipt, body: report }),
    calendar: (id) => {
      const { path } = withId(getActivity, id);
      return address(settings, { path: `${path}.ics` });
    },
  };
}

const after = (parameters: URLSearchParams): string =>
  parameters.toString() === '' ? '' : `&${parameters.toString()}`;

const withId = <Endpoint extends { readonly path: string }>(endpoint: Endpoint, id: string) => ({
  ...endpoint,
  path: endpoint.path.replace('{id}', encodeURIComponent(id)),
});
