import type { Activity, Occurrence } from '../../../src/directory/contract/activity.js';
import { type Card, createCard } from '../../../src/directory/contract/activity-card.js';
import type { Clock } from '../contract/feed-load.js';
import { nextDates } from './next-dates.js';
import { bitsOf } from './filter-bits.js';
import { wordsIn } from '../../database/search-words.js';

/** The searchable data of an activity, derived only here. */
export interface Entry {
  /** Words by weight in PostgreSQL's full text search, where A counts most. */
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly d: string;
  readonly fixed: number;
  readonly categories: readonly string[];
  readonly languages: readonly string[];
  readonly hasVenue: boolean;
  readonly isRemote: boolean;
  readonly isEverywhere: boolean;
  readonly outcodes: readonly string[] | null;
  readonly nextAt: string | null;
  readonly nextEnds: string | null;
  readonly checkedOn: string | null;
  readonly venues: readonly (readonly [longitude: number, latitude: number])[];
  readonly card: Card;
}

const words = (...texts: readonly (string | undefined)[]): string =>
  texts.flatMap((text) => wordsIn(text ?? '')).join(' ');

/**
 * The entry of an activity.
 * @param labels the service's names of categories by id, because people search for these words, too
 */
export function entryOf(
  activity: Activity,
  labels: ReadonlyMap<string, string>,
  clock: Clock,
): Entry {
  const { areas, venues, attendance, checked } = activity;
  const known = areas.filter(({ outcodes }) => outcodes.length > 0);
  const [next] = nextDates(activity.sessions, {
    after: clock.now,
    most: 1,
    timeZone: clock.timeZone,
  });
  const points = venues.flatMap(({ longitude, latitude }): Entry['venues'] =>
    longitude === undefined || latitude === undefined ? [] : [[longitude, latitude]],
  );
  return {
    a: words(activity.name),
    b: words(
      activity.organisation?.name,
      ...activity.terms,
      ...activity.categories.map((id) => labels.get(id)),
      ...venues.flatMap(({ name, address }) => [name, address.at(-1)]),
    ),
    c: words(activity.summary),
    d: words(activity.description),
    fixed: bitsOf(activity),
    categories: activity.categories,
    languages: activity.languages,
    hasVenue: points.length > 0,
    isRemote: attendance.some((one) => one !== 'in-person'),
    isEverywhere: areas.some(({ isEverywhere }) => isEverywhere),
    outcodes: known.length === 0 ? null : [...new Set(known.flatMap(({ outcodes }) => outcodes))],
    ...datesOf(next),
    checkedOn: /^\d{4}-\d{2}-\d{2}/.exec(checked?.date ?? '')?.[0] ?? null,
    venues: points,
    card: createCard(activity),
  };
}

/** The columns of a next date. A date without a time is stored as the end of its day: it is future all day. */
export const datesOf = (next: Occurrence | undefined): Pick<Entry, 'nextAt' | 'nextEnds'> => ({
  nextAt:
    next === undefined ? null : next.starts.length > 10 ? next.starts : `${next.starts}T23:59:59Z`,
  nextEnds: next?.ends ?? null,
});
