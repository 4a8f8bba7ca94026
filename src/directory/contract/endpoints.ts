import { ActivityDetail } from './activity.js';
import { ActivityPage } from './activity-page.js';
import { DirectoryProfile, Place, ReportReceipt } from './directory.js';

/** The profile of the service's directory. */
export const getDirectory = {
  method: 'GET',
  path: '/api/v1/directory',
  response: DirectoryProfile,
} as const;

/** Searches for activities; returns them with the count of each filter value. */
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

/** Looks up a place that somebody typed. */
export const findPlace = {
  method: 'POST',
  path: '/api/v1/places',
  response: Place,
} as const;

/** Reports that an entry of the directory is wrong. */
export const reportActivity = {
  method: 'POST',
  path: '/api/v1/activity-reports',
  response: ReportReceipt,
} as const;
