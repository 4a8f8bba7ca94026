import type { FeedRecord } from './record.js';

/** What a record says of one place and not of the service as a whole. */
export type Places = Pick<FeedRecord['activity'], 'venues' | 'sessions' | 'areas' | 'attendance'>;

const mostSessions = 50;

const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** A record of a service at one place, with the places of the records before it. */
export const joinParts = (earlier: Places, { activity, ...record }: FeedRecord): FeedRecord => ({
  ...record,
  activity: {
    ...activity,
    venues: unique([...earlier.venues, ...activity.venues]),
    sessions: unique([...earlier.sessions, ...activity.sessions]).slice(0, mostSessions),
    areas: unique([...earlier.areas, ...activity.areas]),
    attendance: unique([...earlier.attendance, ...activity.attendance]),
  },
});
