import * as z from 'zod/mini';
import { ActivitySummary, type Occurrence, Reach, Venue } from '../../src/contract/activity.js';
import type { ActivityPage, Facets } from '../../src/contract/activity-page.js';
import { type ActivityQuery, emptyQuery } from '../../src/contract/activity-query.js';
import { placed } from '../../src/contract/activity-card.js';
import { metresBetween } from '../../src/contract/distance.js';
import { correctWords } from './activity-correct.js';
import type { OpenValue } from './activity-filters.js';
import { orderOf, writeCursor } from './activity-order.js';
import { type Statement, milesOf, searchStatement } from './activity-sql.js';
import type { Search } from './activity-store.js';
import type { Queries } from './database.js';
import { wordsIn } from './search-words.js';

const mostWords = 8;
const metresInMile = 1609.344;

const StoredCard = z.object({
  ...z.omit(ActivitySummary, { next: true, venue: true, otherVenues: true, reach: true }).shape,
  venues: z.array(Venue),
});
const Row = z.object({
  id: z.string(),
  k: z.number(),
  metres: z.nullable(z.number()),
  other: z.nullable(Reach),
  nextAt: z.nullable(z.string()),
  nextEnds: z.nullable(z.string()),
  card: StoredCard,
});
const Answer = z.object({
  counts: z.record(z.string(), z.number()),
  page: z.nullable(z.array(Row)),
});
const Open = z.object({
  kind: z.enum(['category', 'language']),
  value: z.string(),
  bit: z.number(),
});

/** Finds what fits, with counts; where nothing does, for what was probably meant, and says what to let go of. */
export async function searchActivities(queries: Queries, search: Search): Promise<ActivityPage> {
  const { query, service } = search;
  if (query.ids.length > 0) return chosenActivities(queries, search);
  const open = await openValues(queries, service);
  const words = wordsIn(query.text).slice(0, mostWords);
  const found = await searchFor(queries, search, words, open);
  if (found.page.total > 0 || query.after !== '') return found.page;
  const meant = words.length > 0 ? await correctWords(queries, service, words) : undefined;
  const corrected = meant ? await searchFor(queries, search, meant, open) : undefined;
  if (meant && corrected && corrected.page.total > 0)
    return { ...corrected.page, corrected: meant.join(' ') };
  return { ...found.page, loosen: await loosen(queries, search, found, open) };
}

interface Found {
  readonly page: ActivityPage;
  /** How many there would be without each filter in use. */
  readonly without: Readonly<Record<string, number>>;
}

async function openValues(queries: Queries, service: string): Promise<readonly OpenValue[]> {
  const rows = await queries.query(
    'select kind, value, bit from activity_value where service = $1',
    [service],
  );
  return z.parse(z.array(Open), rows);
}

async function searchFor(
  queries: Queries,
  search: Search,
  words: readonly string[],
  open: readonly OpenValue[],
): Promise<Found> {
  const order = orderOf(search.query, words.length > 0);
  const statement = searchStatement(search, words, order, open);
  const [row] = await queries.query(statement.sql, statement.values);
  const { counts, page } = z.parse(Answer, row);
  const rows = page ?? [];
  const shown = rows.slice(0, search.query.limit);
  const last = shown.at(-1);
  const { without, facets } = meaning(counts, statement);
  return {
    without,
    page: {
      items: shown.map((one) => summaryOf(one, search)),
      total: counts['total'] ?? 0,
      facets,
      ...(last && rows.length > shown.length
        ? { next: writeCursor(order.sort, last.k, last.id) }
        : {}),
    },
  };
}

function meaning(
  counts: Readonly<Record<string, number>>,
  { counted, active }: Statement,
): { readonly facets: Facets; readonly without: Readonly<Record<string, number>> } {
  const facets: Record<string, Record<string, number>> = {};
  for (const [at, { name, value }] of counted.entries()) {
    const count = counts[`c${at}`] ?? 0;
    if (count > 0) (facets[name] ??= {})[value] = count;
  }
  const without = Object.fromEntries(active.map((name) => [name, counts[`x_${name}`] ?? 0]));
  return { facets, without };
}

function summaryOf(
  { card, metres, other, nextAt, nextEnds }: z.infer<typeof Row>,
  { place, query }: Search,
): ActivitySummary {
  const next = occurrenceOf(nextAt, nextEnds);
  const isNear = metres !== null && metres <= milesOf(query) * metresInMile;
  const reach = isNear ? 'near' : other;
  return {
    ...placed(card, ({ latitude, longitude }) =>
      place === undefined || latitude === undefined || longitude === undefined
        ? undefined
        : metresBetween(place, { latitude, longitude }),
    ),
    ...(next ? { next } : {}),
    ...(place && reach ? { reach } : {}),
  };
}

// A date without a time of day is kept as the last second of its day: see `datesOf`.
function occurrenceOf(starts: string | null, ends: string | null): Occurrence | undefined {
  if (starts === null) return undefined;
  const at = new Date(starts).toISOString();
  if (ends === null) return { starts: at.endsWith('T23:59:59.000Z') ? at.slice(0, 10) : at };
  return { starts: at, ends: new Date(ends).toISOString() };
}

async function chosenActivities(queries: Queries, search: Search): Promise<ActivityPage> {
  const { query, service, now } = search;
  const rows = await queries.query(
    `select s.id, t.position::float8 as k, null::float8 as metres, null as other,
       case when coalesce(next_ends, next_at) >= $3 then next_at end as "nextAt", next_ends as "nextEnds", card
     from activity_search s join unnest($2::text[]) with ordinality as t(id, position) using (id)
     where service = $1 order by t.position`,
    [service, query.ids, now.toISOString()],
  );
  const items = rows.map((row) => summaryOf(z.parse(Chosen, row), search));
  return { items, total: items.length, facets: {} };
}

const dated = z.pipe(
  z.nullable(z.date()),
  z.transform((at: Date | null) => at?.toISOString() ?? null),
);
const Chosen = z.object({ ...Row.shape, nextAt: dated, nextEnds: dated });

async function loosen(
  queries: Queries,
  search: Search,
  { without }: Found,
  open: readonly OpenValue[],
): Promise<NonNullable<ActivityPage['loosen']>> {
  const { query } = search;
  const counts = Object.entries(without).map(([filter, count]) => ({ filter, count }));
  const broader: readonly (readonly [string, Search])[] = [
    ...(query.text === '' ? [] : [['text', { ...search, query: { ...query, text: '' } }] as const]),
    ...(search.place
      ? [['place', { ...search, place: undefined, query: withoutPlace(query) }] as const]
      : []),
  ];
  for (const [filter, one] of broader) {
    const words = filter === 'text' ? [] : wordsIn(query.text).slice(0, mostWords);
    const first = { ...one, query: { ...one.query, limit: 1 } };
    const { page } = await searchFor(queries, first, words, open);
    counts.push({ filter, count: page.total });
  }
  return counts.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}

const withoutPlace = (query: ActivityQuery): ActivityQuery => ({
  ...query,
  place: emptyQuery.place,
  distance: undefined,
});
