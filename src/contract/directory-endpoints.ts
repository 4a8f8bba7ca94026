import { ActivityDetail } from './activity.js';
import { ActivityPage } from './activity-page.js';
import { DirectoryProfile, Place, ReportReceipt, StoredActivityReportPage } from './directory.js';
import { directoryPaths } from './directory-paths.js';

/** What a finder needs to know of the service's directory. */
export const getDirectory = {
  ...directoryPaths.getDirectory,
  response: DirectoryProfile,
} as const;

/** Activities that fit a query, with how many each further filter would leave. */
export const searchActivities = {
  ...directoryPaths.searchActivities,
  response: ActivityPage,
} as const;

/** One activity with its next dates. */
export const getActivity = {
  ...directoryPaths.getActivity,
  response: ActivityDetail,
} as const;

/** Where a place is that somebody typed. */
export const findPlace = {
  ...directoryPaths.findPlace,
  response: Place,
} as const;

/** Says that an entry of the directory is wrong. */
export const reportActivity = {
  ...directoryPaths.reportActivity,
  response: ReportReceipt,
} as const;

/** Reports of wrong entries, newest first. Needs the staff token. */
export const listActivityReports = {
  method: 'GET',
  path: '/api/v1/staff/activity-reports',
  response: StoredActivityReportPage,
} as const;
