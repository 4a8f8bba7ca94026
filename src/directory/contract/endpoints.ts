import { ActivityDetail } from './activity.js';
import { ActivityPage } from './activity-page.js';
import { DirectoryProfile, Place, ReportReceipt } from './directory.js';

/** What a finder needs to know of the service's directory. */
export const getDirectory = {
  method: 'GET',
  path: '/api/v1/directory',
  response: DirectoryProfile,
} as const;

/** Activities that fit a query, with how many each further filter would leave. */
export const searchActivities = {
  method: 'GET',
  path: '/api/v1/activities',
  response: ActivityPage,
} as const;

/** One activity with its next dates. */
export const getActivity = {
  method: 'GET',
  path: '/api/v1/activities/{id}',
  response: ActivityDetail,
} as const;

/** Where a place is that somebody typed. */
export const findPlace = {
  method: 'POST',
  path: '/api/v1/places',
  response: Place,
} as const;

/** Says that an entry of the directory is wrong. */
export const reportActivity = {
  method: 'POST',
  path: '/api/v1/activity-reports',
  response: ReportReceipt,
} as const;
