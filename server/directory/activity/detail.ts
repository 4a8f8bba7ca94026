import type { Activity, ActivityDetail, Reach } from '../../../src/directory/contract/activity.js';
import { nearestFirst } from '../../../src/directory/contract/activity-card.js';
import { nextDates } from '../store/next-dates.js';
import { metresBetween } from '../../../src/directory/contract/distance.js';
import type { SearchPlace } from '../../geography/places.js';

const datesShown = 3;
// 10 miles, the default of a search.
const near = 16_094;

/** An activity with the values that depend on the current time and the place of the search. */
export function detailOf(
  activity: Activity,
  {
    place,
    timeZone,
    now,
  }: {
    readonly place: SearchPlace | undefined;
    readonly timeZone: string;
    readonly now: Date;
  },
): ActivityDetail {
  const venues = nearestFirst(activity.venues, ({ latitude, longitude }) =>
    place === undefined || latitude === undefined || longitude === undefined
      ? undefined
      : metresBetween(place, { latitude, longitude }),
  );
  const reach = place ? reachOf(activity, venues[0]?.distance, place) : undefined;
  return {
    activity: { ...activity, venues: [...venues] },
    upcoming: [...nextDates(activity.sessions, { after: now, most: datesShown, timeZone })],
    ...(reach ? { reach } : {}),
  };
}

function reachOf(
  { areas, attendance }: Activity,
  metres: number | undefined,
  { outcode = '' }: SearchPlace,
): Reach | undefined {
  if (metres !== undefined && metres <= near) return 'near';
  if (areas.some((area) => area.isEverywhere || area.outcodes.includes(outcode))) return 'covers';
  const isRemote = attendance.some((one) => one !== 'in-person');
  return isRemote && !areas.some(({ outcodes }) => outcodes.length > 0) ? 'anywhere' : undefined;
}
