import { writeQuery } from '../contract/activity-query.js';
import {
  findPlace,
  getActivity,
  getDirectory,
  reportActivity,
  searchActivities,
} from '../contract/endpoints.js';
import type { DirectoryApi } from './directory-api.js';
import { type HttpSettings, address, request } from '../../core/backend/http.js';

/** The directory API over HTTP. */
export function httpDirectoryApi(settings: HttpSettings): DirectoryApi {
  return {
    profile: (signal) =>
      request(settings, getDirectory, {
        signal,
        cache: 'no-cache',
        parameters: `&lang=${settings.language ?? ''}`,
      }),
    search: (query, signal) =>
      request(settings, searchActivities, {
        parameters: after(writeQuery(query)),
        signal,
      }),
    activity: (id, where, signal) =>
      request(settings, withId(getActivity, id), {
        parameters: after(new URLSearchParams(where === '' ? {} : { place: where })),
        signal,
      }),
    place: (text, signal) =>
      request(settings, findPlace, {
        body: { text },
        signal,
        readProblem: () => ({
          kind: 'rejected',
          issues: [{ field: 'text', code: 'place.unknown' }],
        }),
      }),
    report: (report) => request(settings, reportActivity, { body: report }),
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
