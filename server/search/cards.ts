import * as z from 'zod/mini';
import {
  ActivitySummary,
  type Occurrence,
  type Reach,
  Venue,
} from '../../src/contract/activity.js';
import { placed } from '../../src/contract/activity-card.js';
import { metresBetween } from '../../src/contract/distance.js';
import type { Snapshot } from './directory-index.js';
import { type Outdated, revisionSql } from './posting.js';
import type { Search } from '../store/activity-store.js';
import type { Queries } from '../store/database.js';

const StoredCard = z.object({
  ...z.omit(ActivitySummary, { next: true, venue: true, otherVenues: true, reach: true }).shape,
  venues: z.array(Venue),
});
const Shown = z.object({
  ord: z.number(),
  nextAt: z.nullable(z.date()),
  nextEnds: z.nullable(z.date()),
  card: StoredCard,
});
const ShownAt = z.object({ ...Shown.shape, revision: z.number() });
type Shown = z.infer<typeof Shown>;

const shownColumns = 'ord, card, next_ends as "nextEnds", next_at as "nextAt"';

/** The cards that were shown last, by number: most lists begin with what many see. */
export type Cards = Map<number, Shown>;

// Some 2 kB each.
const mostCards = 16_000;

/** An activity to be shown, and how it is reached from the place of the search. */
export interface Wanted {
  readonly ord: number;
  readonly reach: Reach | undefined;
}

/** What a list shows of these activities, in this order. */
export async function readCards(
  queries: Queries,
  directory: Pick<Snapshot, 'service' | 'revision'> & { readonly cards: Cards },
  search: Pick<Search, 'place' | 'now'>,
  wanted: readonly Wanted[],
): Promise<readonly ActivitySummary[] | Outdated> {
  const { cards } = directory;
  const known = new Map(
    wanted.flatMap(({ ord }): [number, Shown][] => {
      const card = cards.get(ord);
      return card ? [[ord, card]] : [];
    }),
  );
  const missing = wanted.filter(({ ord }) => !known.has(ord)).map(({ ord }) => ord);
  const read = missing.length === 0 ? [] : await readMissing(queries, directory, missing);
  if (read === 'outdated') return read;
  for (const card of read) known.set(card.ord, card);
  for (const [ord, card] of known) {
    cards.delete(ord);
    cards.set(ord, card);
  }
  letGo(cards);
  return wanted.flatMap(({ ord, reach }) => {
    const card = known.get(ord);
    return card ? [summaryOf(card, search, reach)] : [];
  });
}

async function readMissing(
  queries: Queries,
  { service, revision }: Pick<Snapshot, 'service' | 'revision'>,
  ords: readonly number[],
): Promise<readonly Shown[] | Outdated> {
  const rows = await queries.query(
    `select ${revisionSql} as revision, ${shownColumns}
     from activity_search join activity_card using (service, ord)
     where service = $1 and ord = any($2)`,
    [service, ords],
    'cards',
  );
  const read = z.parse(z.array(ShownAt), rows);
  return read.length < ords.length || read.some((row) => row.revision !== revision)
    ? 'outdated'
    : read;
}

function letGo(cards: Cards): void {
  for (const ord of cards.keys()) {
    if (cards.size <= mostCards) return;
    cards.delete(ord);
  }
}

/** What a list shows of the activities that a search names, in the order in which it names them. */
export async function readChosen(queries: Queries, search: Search): Promise<ActivitySummary[]> {
  const { query, service } = search;
  const rows = await queries.query(
    `select ${shownColumns}
     from unnest($2::text[]) with ordinality as wanted(id, position)
     join activity_search using (id) join activity_card using (service, ord)
     where service = $1 order by wanted.position`,
    [service, query.ids],
  );
  return z.parse(z.array(Shown), rows).map((row) => summaryOf(row, search, undefined));
}

function summaryOf(
  { card, nextAt, nextEnds }: Shown,
  { place, now }: Pick<Search, 'place' | 'now'>,
  reach: Reach | undefined,
): ActivitySummary {
  // What was read a while ago may be over by now.
  const isOver = (nextEnds ?? nextAt ?? now) < now;
  const next = isOver ? undefined : occurrenceOf(nextAt, nextEnds);
  return {
    ...placed(card, ({ latitude, longitude }) =>
      place === undefined || latitude === undefined || longitude === undefined
        ? undefined
        : metresBetween(place, { latitude, longitude }),
    ),
    ...(next ? { next } : {}),
    ...(reach ? { reach } : {}),
  };
}

// A date without a time of day is kept as the last second of its day: see `datesOf`.
function occurrenceOf(starts: Date | null, ends: Date | null): Occurrence | undefined {
  if (starts === null) return undefined;
  const at = starts.toISOString();
  if (ends === null) return { starts: at.endsWith('T23:59:59.000Z') ? at.slice(0, 10) : at };
  return { starts: at, ends: ends.toISOString() };
}
