import * as z from 'zod/mini';
import { Venue, type Occurrence, type Reach } from '../../../src/directory/contract/activity.js';
import { metresBetween } from '../../../src/directory/contract/distance.js';
import type { Search } from '../contract/search-request.js';

/** A card as stored in the database, with its venues separate from the rest. */
export const StoredCard = z.object({
  head: z.string(),
  venues: z.array(z.pick(Venue, { name: true, address: true, latitude: true, longitude: true })),
  nextAt: z.nullable(z.date()),
  nextEnds: z.nullable(z.date()),
});
export type StoredCard = z.infer<typeof StoredCard>;

interface VenueText {
  /** JSON without its last brace. */
  readonly text: string;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

/** The JSON of a card as far as it is the same for every search; most cards are shown again and again. */
export interface CardText {
  /** JSON without its last brace. */
  readonly head: string;
  readonly venues: readonly VenueText[];
  /** The next date, and when it ends. */
  readonly next: string;
  readonly over: number;
}

/** Serialises the part of a card that is the same for every search. */
export function cardText({ head, venues, nextAt, nextEnds }: StoredCard): CardText {
  const next = occurrenceOf(nextAt, nextEnds);
  return {
    head: head.slice(0, -1),
    venues: venues.map(({ name, address: [place = ''], latitude, longitude }) => ({
      text: JSON.stringify({
        name,
        place: place === '' ? undefined : place,
        latitude,
        longitude,
      }).slice(0, -1),
      latitude,
      longitude,
    })),
    next: next ? `,"next":${JSON.stringify(next)}` : '',
    over: (nextEnds ?? nextAt)?.getTime() ?? Infinity,
  };
}

/** The JSON of an activity's summary for a search at this place and time. */
export function summaryText(
  { head, venues, next, over }: CardText,
  { place, now }: Pick<Search, 'place' | 'now'>,
  reach: Reach | undefined,
): string {
  let nearest = venues[0];
  let distance = Infinity;
  for (const venue of venues) {
    const { latitude, longitude } = venue;
    if (place === undefined || latitude === undefined || longitude === undefined) continue;
    const metres = metresBetween(place, { latitude, longitude });
    if (metres >= distance) continue;
    distance = metres;
    nearest = venue;
  }
  const away = distance === Infinity ? '' : `,"distance":${distance}`;
  const venue = nearest ? `,"venue":${nearest.text}${away}}` : '';
  // The card may be some time old, and its next date over.
  const date = over < now.getTime() ? '' : next;
  const reached = reach ? `,"reach":"${reach}"` : '';
  return `${head}${venue},"otherVenues":${Math.max(0, venues.length - 1)}${date}${reached}}`;
}

// A date without a time of day is stored as the last second of its day: see `datesOf`.
function occurrenceOf(starts: Date | null, ends: Date | null): Occurrence | undefined {
  if (starts === null) return undefined;
  const at = starts.toISOString();
  if (ends === null) return { starts: at.endsWith('T23:59:59.000Z') ? at.slice(0, 10) : at };
  return { starts: at, ends: ends.toISOString() };
}
