import type { Session } from '../contract/activity.js';
import { withoutUndefined } from '../../core/record.js';
import { type Json, asTime, asDate, asLine, asLink, asObjects } from './json.js';

/** The schedules of a service or one of its locations, in any version of Open Referral. */
export const schedulesOf = (json: Json): readonly Json[] =>
  ['schedules', 'regular_schedules', 'regular_schedule'].flatMap((key) => asObjects(json[key]));

/** The sessions of a service, at most 50. */
export function sessionsOf(json: Json): Session[] {
  const own = schedulesOf(json);
  const atLocations = asObjects(json['service_at_locations']).flatMap(schedulesOf);
  return [...own, ...atLocations].slice(0, 50).flatMap((schedule) => {
    const session = withoutUndefined({
      rule: ruleOf(schedule),
      from: asDate(schedule['dtstart'] ?? schedule['valid_from']),
      to: asDate(schedule['valid_to'] ?? schedule['until']),
      opens: asTime(schedule['opens_at']),
      closes: asTime(schedule['closes_at']),
      text: asLine(schedule['description']),
      bookingUrl: asLink(schedule['schedule_link']),
    });
    return Object.keys(session).length === 0 ? [] : [session];
  });
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

// “1MO”, “Mon”, “Tues” or “Wednesday”; an ordinal is ignored in a weekly rule.
function dayIn(text: string, isWeekly: boolean): string | undefined {
  const [, ordinal = '', name = '?'] = /^([+-]?[1-5])?([A-Z]{2,}?)S?$/.exec(text) ?? [];
  const day = weekdays.find((day) => day.startsWith(name));
  return day && (isWeekly ? '' : ordinal) + day.slice(0, 2);
}

function daysIn(text: string, isWeekly: boolean): string {
  const days = text.split(/[,;\s]+/).map((day) => dayIn(day, isWeekly));
  return days.includes(undefined) ? '' : `;BYDAY=${[...new Set(days)].join(',')}`;
}

// Only parts of a rule that are valid according to RFC 5545; others are left out.
function ruleOf(schedule: Json): string | undefined {
  const value = (name: string): string => (asLine(schedule[name]) ?? '').toUpperCase();
  const freq = value('freq');
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(freq)) return undefined;
  const part = (name: string, pattern: RegExp): string => {
    const bare = value(name).replace(/\s/g, '');
    return pattern.test(bare) ? `;${name.toUpperCase()}=${bare}` : '';
  };
  const isWeekly = freq === 'WEEKLY';
  const interval = part('interval', /^([2-9]|[1-9]\d)$/);
  // RFC 5545, 3.3.10 does not allow days of the month in a weekly rule.
  const dates = isWeekly
    ? ''
    : part('bymonthday', /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/);
  return `FREQ=${freq}${interval}${daysIn(value('byday'), isWeekly)}${dates}`;
}
