import { unique } from './json.js';
import type { FeedRecord } from './record.js';

/** The parts of a record that describe one location and not the service as a whole. */
export type LocationDetails = Pick<
  FeedRecord['activity'],
  'venues' | 'sessions' | 'areas' | 'attendance'
>;

const maxSessions = 50;

/** Adds the location details of earlier records of a service to a record of the same service at another location. */
export const mergeLocations = (
  earlier: LocationDetails,
  { activity, ...record }: FeedRecord,
): FeedRecord => ({
  ...record,
  activity: {
    ...activity,
    venues: unique([...earlier.venues, ...activity.venues]),
    sessions: unique([...earlier.sessions, ...activity.sessions]).slice(0, maxSessions),
    areas: unique([...earlier.areas, ...activity.areas]),
    attendance: unique([...earlier.attendance, ...activity.attendance]),
  },
});
