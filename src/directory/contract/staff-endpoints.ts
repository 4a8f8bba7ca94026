import { StoredActivityReportPage } from './directory.js';

// Apart from the endpoints that pages load, because it needs the staff token of a service.

/** Reports of wrong entries of the directory, newest first. */
export const listActivityReports = {
  method: 'GET',
  path: '/api/v1/staff/activity-reports',
  response: StoredActivityReportPage,
} as const;
