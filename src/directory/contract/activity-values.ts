import type { Activity } from './activity.js';
import { type FilterName, ageBands, days, times } from './activity-query.js';

/** The values of an activity for each filter. */
export const valuesOf = (activity: Activity): Readonly<Record<FilterName, readonly string[]>> => ({
  category: activity.categories,
  day: daysOf(activity),
  time: timesOf(activity),
  free: activity.cost.isFree === true ? ['yes'] : [],
  age: bandsOf(activity),
  attendance: activity.attendance,
  access: [...new Set(activity.venues.flatMap(({ access }) => access))],
  language: activity.languages,
  self: activity.isOpenToSelfReferral === true ? ['yes'] : [],
});

function daysOf({ sessions }: Activity): readonly string[] {
  return sessions.flatMap(({ rule = '', from }) => {
    const byDay = /(?:^|;)BYDAY=([^;]*)/i.exec(rule)?.[1];
    if (byDay !== undefined) return days.filter((day) => byDay.toLowerCase().includes(day));
    if (/FREQ=DAILY/i.test(rule)) return days;
    const first = from === undefined ? Number.NaN : new Date(`${from}T12:00:00Z`).getUTCDay();
    return Number.isNaN(first) || /FREQ=MONTHLY/i.test(rule) ? [] : [days[(first + 6) % 7] ?? ''];
  });
}

const noon = '12:00';
const evening = '17:00';

const timesOf = ({ sessions }: Activity): readonly string[] =>
  sessions.flatMap(({ opens }) => {
    if (opens === undefined) return [];
    const [morning, afternoon, late] = times;
    return opens < noon ? [morning] : opens < evening ? [afternoon] : [late];
  });

const bandsOf = ({ ages: { from: least = 0, to: most = 999 } }: Activity): readonly string[] =>
  ageBands.filter(({ from, to }) => least <= to && most >= from).map(({ id }) => id);
