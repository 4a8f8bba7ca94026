import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Activity, Session } from '../../../src/directory/contract/activity.js';
import { nextDates } from '../store/next-dates.js';

const untitled = 'activity';

/** The dates of an activity as a calendar file (RFC 5545); `undefined` if they are unknown. */
export function calendarOf(
  activity: Activity,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): { readonly name: string; readonly text: string } | undefined {
  const events = activity.sessions.flatMap((session, index) => {
    const [next] = nextDates([session], { after: now, most: 1, timeZone });
    return next ? [{ session, next, index }] : [];
  });
  if (events.length === 0) return undefined;
  const calendar = ical({
    name: activity.name,
    prodId: '//Kith//Kith//EN',
    method: ICalCalendarMethod.PUBLISH,
  });
  const [venue] = activity.venues;
  for (const { session, next, index } of events)
    calendar.createEvent({
      id: `${activity.id}-${index}@kith`,
      stamp: now,
      summary: activity.name,
      // In the time zone of the service, so that a weekly activity keeps its local time when the clocks change.
      timezone: timeZone,
      start: next.starts,
      ...(next.ends === undefined ? {} : { end: next.ends }),
      allDay: next.starts.length === 10,
      ...ruleOf(session),
      location: venue
        ? [venue.name, ...venue.address, venue.postcode].filter(Boolean).join(', ')
        : null,
      description: [activity.summary, activity.alert, activity.contact.phone]
        .filter(Boolean)
        .join('\n\n'),
      url: activity.contact.website ?? activity.source.url ?? null,
    });
  return { name: slug(activity.name), text: calendar.toString() };
}

function ruleOf({ rule, to }: Session): { readonly repeating?: string } {
  if (rule === undefined) return {};
  const until =
    to === undefined || /UNTIL|COUNT/.test(rule) ? '' : `;UNTIL=${to.replaceAll('-', '')}T235959Z`;
  return { repeating: `RRULE:${rule}${until}` };
}

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || untitled;
