import rrule, { type Options } from 'rrule';
import type { Occurrence, Session } from '../../../src/directory/contract/activity.js';

const { RRule, datetime } = rrule;

// Far enough for annual events, near enough to be quick.
const lookAhead = 370;
const milliseconds = { day: 86_400_000 };

/** The next dates of sessions, soonest first. The library calculates in local time; the time zone is added here. */
export function nextDates(
  sessions: readonly Session[],
  {
    after,
    most,
    timeZone,
  }: { readonly after: Date; readonly most: number; readonly timeZone: string },
): readonly Occurrence[] {
  const found = sessions.flatMap((session) => datesOf(session, after, most, timeZone));
  return [...new Map(found.map((one) => [one.starts, one])).values()]
    .sort((one, other) => Date.parse(one.starts) - Date.parse(other.starts))
    .slice(0, most);
}

function datesOf(
  session: Session,
  after: Date,
  most: number,
  timeZone: string,
): readonly Occurrence[] {
  const { opens } = session;
  const local = localClock(after, timeZone);
  return startsOf(session, local, most + 1)
    .map((start) => occurrence(start, session, timeZone))
    .filter(({ starts, ends }) =>
      // A date without a time of day lasts until the end of the day.
      opens === undefined ? starts >= isoDate(local) : Date.parse(ends ?? starts) > after.getTime(),
    )
    .slice(0, most);
}

// Local dates without a time zone, as the library requires.
function startsOf(session: Session, local: Date, most: number): readonly Date[] {
  const { rule, from, to, opens = '00:00' } = session;
  const midnight = new Date(isoDate(local));
  if (rule === undefined) {
    const only = from === undefined ? undefined : clock(from, opens);
    return only && only >= midnight ? [only] : [];
  }
  try {
    const options = RRule.parseString(rule);
    const first =
      from === undefined
        ? new Date(midnight.getTime() - lookAhead * milliseconds.day)
        : clock(from, opens);
    const start = nearer(clock(isoDate(first), opens), midnight, options);
    const last = new Date(midnight.getTime() + lookAhead * milliseconds.day);
    const end =
      to === undefined ? last : new Date(Math.min(last.getTime(), clock(to, '23:59').getTime()));
    const dates = new RRule({ ...options, dtstart: start });
    const found: Date[] = [];
    dates.between(midnight, end, true, (date) => {
      found.push(date);
      return found.length < most;
    });
    return found;
  } catch {
    // An invalid rule has no dates.
    return [];
  }
}

// The library counts from the start, so a weekly rule starts a whole number of intervals later.
function nearer(start: Date, day: Date, { freq, interval = 1, count }: Partial<Options>): Date {
  if (freq !== RRule.WEEKLY || count !== undefined) return start;
  const turn = interval * 7 * milliseconds.day;
  const turns = Math.floor((day.getTime() - start.getTime()) / turn) - 1;
  return turns > 0 ? new Date(start.getTime() + turns * turn) : start;
}

const clock = (date: string, time: string): Date => {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return datetime(year, month, day, hour, minute);
};

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

function occurrence(start: Date, { opens, closes }: Session, timeZone: string): Occurrence {
  if (opens === undefined) return { starts: isoDate(start) };
  const starts = zoned(start, timeZone);
  if (closes === undefined) return { starts };
  const end = clock(isoDate(start), closes);
  // An end before the start is on the next day.
  const ends = end > start ? end : new Date(end.getTime() + milliseconds.day);
  return { starts, ends: zoned(ends, timeZone) };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The local time in a zone, represented as UTC. */
export function localClock(at: Date, timeZone: string): Date {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(timeZone, format);
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return new Date(
    Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ),
  );
}

// ISO 8601 with the offset of the zone at that time.
function zoned(local: Date, timeZone: string): string {
  const guess = local.getTime() - (localClock(local, timeZone).getTime() - local.getTime());
  const offset = localClock(new Date(guess), timeZone).getTime() - guess;
  const minutes = Math.abs(offset) / 60_000;
  const pad = (value: number): string => String(value).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  return `${local.toISOString().slice(0, 19)}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
