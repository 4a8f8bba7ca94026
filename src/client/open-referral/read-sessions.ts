import type { Session } from '../../contract/activity.js';
import { type Json, clock, date, line, link, many, present } from './json.js';

/** All that a service or one of its places says of when it is open, in any version. */
export const schedulesOf = (json: Json): readonly Json[] =>
  ['schedules', 'regular_schedules', 'regular_schedule'].flatMap((key) => many(json[key]));

/** When a service takes place. */
export function sessionsOf(json: Json): Session[] {
  const own = schedulesOf(json);
  const ofPlaces = many(json['service_at_locations']).flatMap(schedulesOf);
  return [...own, ...ofPlaces].slice(0, 50).flatMap((schedule) => {
    const session = present<Session>({
      rule: ruleOf(schedule),
      from: date(schedule['dtstart'] ?? schedule['valid_from']),
      to: date(schedule['valid_to'] ?? schedule['until']),
      opens: clock(schedule['opens_at']),
      closes: clock(schedule['closes_at']),
      text: line(schedule['description']),
      bookingUrl: link(schedule['schedule_link']),
    });
    return Object.keys(session).length === 0 ? [] : [session];
  });
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

// “1MO”, “Mon”, “Tues” or “Wednesday”; which of the month has no meaning in a week.
function dayIn(text: string, isWeekly: boolean): string | undefined {
  const [, ordinal = '', name = '?'] = /^([+-]?[1-5])?([A-Z]{2,}?)S?$/.exec(text) ?? [];
  const day = weekdays.find((one_) => one_.startsWith(name));
  return day && (isWeekly ? '' : ordinal) + day.slice(0, 2);
}

function daysIn(text: string, isWeekly: boolean): string {
  const days = text.split(/[,;\s]+/).map((one_) => dayIn(one_, isWeekly));
  return days.includes(undefined) ? '' : `;BYDAY=${[...new Set(days)].join(',')}`;
}

// Only parts that RFC 5545 knows and that are in their right form; the rest of a rule would be a guess.
function ruleOf(schedule: Json): string | undefined {
  const value = (name: string): string => (line(schedule[name]) ?? '').toUpperCase();
  const freq = value('freq');
  if (!/^(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(freq)) return undefined;
  const part = (name: string, pattern: RegExp): string => {
    const bare = value(name).replace(/\s/g, '');
    return pattern.test(bare) ? `;${name.toUpperCase()}=${bare}` : '';
  };
  const isWeekly = freq === 'WEEKLY';
  const interval = part('interval', /^([2-9]|[1-9]\d)$/);
  // Days of the month have no meaning in a weekly rule: RFC 5545, 3.3.10.
  const dates = isWeekly
    ? ''
    : part('bymonthday', /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/);
  return `FREQ=${freq}${interval}${daysIn(value('byday'), isWeekly)}${dates}`;
}
