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

const shownColumns = `ord, card, next_ends as "nextEnds",
  case when coalesce(next_ends, next_at) >= $3 then next_at end as "nextAt"`;

/** An activity to be shown, and how it is reached from the place of the search. */
export interface Wanted {
  readonly ord: number;
  readonly reach: Reach | undefined;
}

/** What a list shows of these activities, in this order. */
export async function readCards(
  queries: Queries,
  { service, revision }: Pick<Snapshot, 'service' | 'revision'>,
  search: Pick<Search, 'place' | 'now'>,
  wanted: readonly Wanted[],
): Promise<readonly ActivitySummary[] | Outdated> {
  if (wanted.length === 0) return [];
  const rows = await queries.query(
    `select ${revisionSql} as revision, ${shownColumns}
     from activity_search join activity_card using (service, ord)
     where service = $1 and ord = any($2)`,
    [service, wanted.map(({ ord }) => ord), search.now.toISOString()],
  );
  const read = z.parse(z.array(ShownAt), rows);
  if (read.length < wanted.length || read.some((row) => row.revision !== revision))
    return 'outdated';
  const byOrd = new Map(read.map((row) => [row.ord, row]));
  return wanted.flatMap(({ ord, reach }) => {
    const row = byOrd.get(ord);
    return row ? [summaryOf(row, search, reach)] : [];
  });
}

/** What a list shows of the activities that a search names, in the order in which it names them. */
export async function readChosen(queries: Queries, search: Search): Promise<ActivitySummary[]> {
  const { query, service, now } = search;
  const rows = await queries.query(
    `select ${shownColumns}
     from unnest($2::text[]) with ordinality as wanted(id, position)
     join activity_search using (id) join activity_card using (service, ord)
     where service = $1 order by wanted.position`,
    [service, query.ids, now.toISOString()],
  );
  return z.parse(z.array(Shown), rows).map((row) => summaryOf(row, search, undefined));
}

function summaryOf(
  { card, nextAt, nextEnds }: z.infer<typeof Shown>,
  { place }: Pick<Search, 'place'>,
  reach: Reach | undefined,
): ActivitySummary {
  const next = occurrenceOf(nextAt, nextEnds);
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
