import * as z from 'zod/mini';
import type { Queries } from '../../database/database.js';

/** Part of a load, by the sequence numbers of its staged rows. */
export interface LoadSlice {
  readonly service: string;
  readonly load: string;
  readonly feed: string;
  readonly from: number;
  readonly to: number;
}

const Ids = z.array(z.object({ id: z.string() }));
const Ords = z.array(z.object({ ord: z.number() }));

const ordsOf = (rows: readonly unknown[]): readonly number[] =>
  z.parse(Ords, rows).map(({ ord }) => ord);

/**
 * Writes a slice into all searchable tables and returns the numbers of the changed activities.
 * @param free returns numbers for new activities
 */
export async function writeSlice(
  queries: Queries,
  { service, load, feed, from, to }: LoadSlice,
  free: (many: number) => readonly number[],
): Promise<readonly number[]> {
  const values = [service, load, from, to];
  await queries.query(bodies, [...values, feed]);
  const closed = z.parse(Ids, await queries.query(newlyClosed, values)).map(({ id }) => id);
  const hidden = await hide(queries, service, closed);
  const fresh = z.parse(Ids, await queries.query(unnumbered, values)).map(({ id }) => id);
  const ords = ordsOf(await queries.query(entries, [...values, fresh, free(fresh.length)]));
  await queries.query(cards, values);
  await queries.query('delete from activity_venue where service = $1 and ord = any($2)', [
    service,
    ords,
  ]);
  await queries.query(venues, values);
  await queries.query(vocabulary, values);
  return [...hidden, ...ords];
}

/** Removes activities from searches and returns their numbers. */
export async function hide(
  queries: Queries,
  service: string,
  ids: readonly string[],
): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const rows = await queries.query(
    'delete from activity_search where service = $1 and id = any($2) returning ord',
    [service, ids],
  );
  const ords = ordsOf(rows);
  for (const table of ['activity_card', 'activity_venue'])
    await queries.query(`delete from ${table} where service = $1 and ord = any($2)`, [
      service,
      ords,
    ]);
  return ords;
}

const inSlice = `
  from activity_load l
  where l.service = $1 and l.load = $2 and l.seq between $3 and $4 and l.sha256 is not null`;

const bodies = `
  insert into activity (service, id, feed, source_id, sha256, body)
  select l.service, l.id, $5, l.source_id, l.sha256, l.body ${inSlice}
  on conflict (service, id) do update
    set sha256 = excluded.sha256, body = excluded.body, source_id = excluded.source_id`;

// Closed activities are kept for those who have their address, but are never found.
const newlyClosed = `select l.id ${inSlice} and l.body ->> 'status' = 'closed'`;
const isOpen = `l.body ->> 'status' <> 'closed'`;

const unnumbered = `
  select l.id ${inSlice} and ${isOpen}
    and not exists (select from activity_search s where s.service = l.service and s.id = l.id)
  order by l.seq`;

const bitsOf = (kind: string, member: string): string => `
  coalesce((select bit_or(1::bigint << v.bit) from activity_value v
            where v.service = l.service and v.kind = '${kind}' and l.entry -> '${member}' ? v.value), 0)`;

const entries = `
  insert into activity_search (service, ord, id, fixed_bits, category_bits, language_bits, has_venue,
    is_remote, is_everywhere, has_area, next_at, next_ends, checked_on)
  select l.service, coalesce(known.ord, fresh.ord), l.id, (l.entry ->> 'fixed')::int,
    ${bitsOf('category', 'categories')}, ${bitsOf('language', 'languages')},
    (l.entry ->> 'hasVenue')::boolean, (l.entry ->> 'isRemote')::boolean,
    (l.entry ->> 'isEverywhere')::boolean, jsonb_typeof(l.entry -> 'outcodes') = 'array',
    (l.entry ->> 'nextAt')::timestamptz, (l.entry ->> 'nextEnds')::timestamptz,
    (l.entry ->> 'checkedOn')::date
  from activity_load l
  left join unnest($5::text[], $6::int[]) as fresh(id, ord) on fresh.id = l.id
  left join activity_search known on known.service = l.service and known.id = l.id
  where l.service = $1 and l.load = $2 and l.seq between $3 and $4 and l.sha256 is not null and ${isOpen}
  on conflict (service, ord) do update set
    fixed_bits = excluded.fixed_bits, category_bits = excluded.category_bits,
    language_bits = excluded.language_bits, has_venue = excluded.has_venue,
    is_remote = excluded.is_remote, is_everywhere = excluded.is_everywhere, has_area = excluded.has_area,
    next_at = excluded.next_at, next_ends = excluded.next_ends, checked_on = excluded.checked_on
  returning ord`;

const weighed = (['a', 'b', 'c', 'd'] as const)
  .map(
    (name) => `setweight(to_tsvector('english', l.entry ->> '${name}'), '${name.toUpperCase()}')`,
  )
  .join(' || ');

const numbered = `
  from activity_load l join activity_search s on s.service = l.service and s.id = l.id`;
const numberedSlice = `
  where l.service = $1 and l.load = $2 and l.seq between $3 and $4 and l.sha256 is not null and ${isOpen}`;

const cards = `
  insert into activity_card (service, ord, card, words, outcodes)
  select l.service, s.ord, l.entry -> 'card', ${weighed},
    case when s.has_area then array(select jsonb_array_elements_text(l.entry -> 'outcodes')) end
  ${numbered} ${numberedSlice}
  on conflict (service, ord) do update set
    card = excluded.card, words = excluded.words, outcodes = excluded.outcodes`;

const venues = `
  insert into activity_venue (service, ord, position, at)
  select l.service, s.ord, one.ordinality, point((one.value ->> 0)::float8, (one.value ->> 1)::float8)
  ${numbered} cross join jsonb_array_elements(l.entry -> 'venues') with ordinality as one
  ${numberedSlice}`;

const vocabulary = `
  insert into activity_word as w (service, word, often)
  select $1, word, count(*)
  from (select l.entry ${inSlice}) as fresh,
    regexp_split_to_table(concat_ws(' ', entry ->> 'a', entry ->> 'b', entry ->> 'c'), ' ') as word
  where length(word) between 3 and 40 group by word
  on conflict (service, word) do update set often = w.often + excluded.often`;
