import type { Activity } from '../../src/contract/activity.js';
import { ageBands, days, filterValues, times } from '../../src/contract/activity-query.js';

/** The filters whose values are the same everywhere. */
export type FixedFilter = 'day' | 'time' | 'free' | 'age' | 'attendance' | 'access' | 'self';

const fixed: readonly FixedFilter[] = [
  'day',
  'time',
  'free',
  'age',
  'attendance',
  'access',
  'self',
];

/** Every fixed value with its bit. What is stored depends on the order: new values go to the end. */
export const fixedBits: readonly {
  readonly name: FixedFilter;
  readonly value: string;
  readonly bit: number;
}[] = fixed
  .flatMap((name) => filterValues[name].map((value) => ({ name, value })))
  .map((one, bit) => ({ ...one, bit }));

/** The bits of some values of a filter. */
export const maskOf = (name: FixedFilter, values: readonly string[]): number =>
  fixedBits
    .filter((one) => one.name === name && values.includes(one.value))
    .reduce((mask, { bit }) => mask | (1 << bit), 0);

/** The bits of an activity. */
export const bitsOf = (activity: Activity): number =>
  maskOf('day', daysOf(activity)) |
  maskOf('time', timesOf(activity)) |
  maskOf('free', activity.cost.isFree === true ? ['yes'] : []) |
  maskOf('age', bandsOf(activity)) |
  maskOf('attendance', activity.attendance) |
  maskOf('access', [...new Set(activity.venues.flatMap(({ access }) => access))]) |
  maskOf('self', activity.isOpenToSelfReferral === true ? ['yes'] : []);

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
