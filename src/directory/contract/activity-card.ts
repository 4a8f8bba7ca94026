import { withoutUndefined } from '../../core/record.js';
import type { Activity, ActivitySummary, Venue } from './activity.js';

/** An activity as stored for lists: a summary without what depends on the time and place of a search. */
export interface Card extends Omit<ActivitySummary, 'next' | 'venue' | 'otherVenues' | 'reach'> {
  readonly venues: readonly Venue[];
}

const maxSummaryLength = 200;

/** Creates the card of an activity. */
export function createCard(activity: Activity): Card {
  const { cost, sessions } = activity;
  const prices = cost.options.flatMap(({ pence }) => pence ?? []);
  const summary = activity.summary ?? firstOf(activity.description ?? '');
  return withoutUndefined({
    id: activity.id,
    name: activity.name,
    summary: summary === '' ? undefined : summary,
    organisation: activity.organisation?.name,
    categories: activity.categories,
    alert: activity.alert,
    when: sessions.find(({ text }) => text !== undefined)?.text,
    attendance: activity.attendance,
    isFree: cost.isFree,
    fromPence: prices.length > 0 ? Math.min(...prices) : undefined,
    costText: cost.text,
    ages: activity.ages,
    capacity: activity.capacity,
    isOpenToSelfReferral: activity.isOpenToSelfReferral,
    checked: activity.checked,
    venues: activity.venues.map(({ name, address, postcode, latitude, longitude }) =>
      withoutUndefined({
        name,
        address: [townAndOutcode(address, postcode)],
        latitude,
        longitude,
        access: [],
      }),
    ),
  });
}

// The first sentences, or the first words if the first sentence is too long.
function firstOf(text: string): string {
  const [paragraph = ''] = text.split('\n');
  if (paragraph.length <= maxSummaryLength) return paragraph;
  const start = paragraph.slice(0, maxSummaryLength);
  const end = start.lastIndexOf('. ');
  return end > 40 ? start.slice(0, end + 1) : `${start.slice(0, start.lastIndexOf(' '))}…`;
}

/** Town and outward code. */
function townAndOutcode(address: readonly string[], postcode: string | undefined): string {
  const outward = postcode?.split(' ')[0];
  const town = address.at(-1);
  return [town, outward].filter((one) => one !== undefined && one !== '').join(', ');
}

/** The summary of a card, with its nearest venue if the search has a place, or else its first. */
export function withNearestVenue(
  { venues, ...card }: Card,
  metres: (venue: Venue) => number | undefined,
): Omit<ActivitySummary, 'next' | 'reach'> {
  const [first, ...others] = nearestFirst(venues, metres);
  if (!first) return { ...card, otherVenues: 0 };
  const { name, address, latitude, longitude, distance } = first;
  const [place = ''] = address;
  const venue = withoutUndefined({
    name,
    place: place === '' ? undefined : place,
    latitude,
    longitude,
    distance,
  });
  return { ...card, venue, otherVenues: others.length };
}

/** Adds distances to venues and sorts them, nearest first; those without a distance are last. */
export const nearestFirst = (
  venues: readonly Venue[],
  metres: (venue: Venue) => number | undefined,
): readonly Venue[] =>
  venues
    .map((venue) => {
      const distance = metres(venue);
      return distance === undefined ? venue : { ...venue, distance };
    })
    .sort((one, other) => (one.distance ?? Infinity) - (other.distance ?? Infinity));
