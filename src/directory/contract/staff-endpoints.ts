import { StoredActivityReportPage } from './directory.js';

// Needs the staff token of a service, and stands apart from the endpoints that pages load.

/** Reports of wrong entries of the directory, newest first. */
export const listActivityReports = {
  method: 'GET',
  path: '/api/v1/staff/activity-reports',
  response: StoredActivityReportPage,
} as const;
