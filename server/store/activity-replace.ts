import * as z from 'zod/mini';
import type { LoadCounts } from './activity-load.js';
import type { Database, Queries } from './database.js';

/** A load that is whole. */
interface Whole {
  readonly service: string;
  readonly feed: string;
  readonly load: string;
  /** Ids of records whose old state stays. */
  readonly outside: readonly string[];
}

// Small enough to be done well within the time that a statement may take.
const slice = 2000;
// Bits of a bigint that are never its sign.
const mostValues = 62;

const Range = z.object({ from: z.nullable(z.number()), to: z.nullable(z.number()) });

/** Puts a load in the place of what the feed gave before, all or nothing. */
export function putInPlace(database: Database, whole: Whole): Promise<LoadCounts> {
  return database.transaction(async (queries) => {
    // Two loads of one feed would undo each other; the later one waits here and then says the last word.
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `kith directory ${whole.service}`,
    ]);
    // Without numbers on what was just put aside, PostgreSQL would go through all of it for every row.
    await queries.query('analyze activity_load');
    const gone = await takeAway(queries, whole);
    const counts = await countChanges(queries, whole);
    if (gone + counts.new + counts.changed > 0) {
      await numberValues(queries, whole);
      await eachSlice(queries, whole);
      await queries.query(
        `insert into activity_revision as r values ($1, 1)
         on conflict (service) do update set revision = r.revision + 1`,
        [whole.service],
      );
      if (gone + counts.new + counts.changed > 100) await tidy(queries);
    }
    return { ...counts, gone };
  });
}

async function takeAway(
  queries: Queries,
  { service, feed, load, outside }: Whole,
): Promise<number> {
  const gone = await queries.query(
    `delete from activity a
     where service = $1 and feed = $2 and source_id <> all($4)
       and not exists (select from activity_load l where l.service = $1 and l.load = $3 and l.id = a.id)
     returning id`,
    [service, feed, load, outside],
  );
  const ids = z.parse(z.array(z.object({ id: z.string() })), gone).map(({ id }) => id);
  for (const table of ['activity_search', 'activity_venue'])
    await queries.query(`delete from ${table} where service = $1 and id = any($2)`, [service, ids]);
  return ids.length;
}

async function countChanges(
  queries: Queries,
  { service, load }: Whole,
): Promise<Omit<LoadCounts, 'gone'>> {
  const [row] = await queries.query(
    `select count(*) filter (where sha256 is not null and a.id is null)::int as new,
            count(*) filter (where sha256 is not null and a.id is not null)::int as changed,
            count(*) filter (where sha256 is null)::int as same
     from (select id, sha256 from activity_load where service = $1 and load = $2) l
     left join (select id from activity where service = $1) a using (id)`,
    [service, load],
  );
  return z.parse(z.object({ new: z.number(), changed: z.number(), same: z.number() }), row);
}

// Categories and languages get the next free numbers; beyond the last bit a value cannot be filtered by.
async function numberValues(queries: Queries, { service, load }: Whole): Promise<void> {
  for (const [kind, member] of [
    ['category', 'categories'],
    ['language', 'languages'],
  ])
    await queries.query(
      `insert into activity_value (service, kind, value, bit)
       select $1, $3, value, used + row_number() over (order by often desc, value) - 1
       from (select value, count(*) as often
             from activity_load, jsonb_array_elements_text(entry -> $4) as value
             where service = $1 and load = $2 and sha256 is not null group by value) as fresh,
            (select count(*)::int as used from activity_value where service = $1 and kind = $3) as before
       where not exists (select from activity_value v where v.service = $1 and v.kind = $3 and v.value = fresh.value)
       order by often desc, value
       limit greatest(0, $5 - (select count(*) from activity_value where service = $1 and kind = $3))`,
      [service, load, kind, member, mostValues],
    );
}

async function eachSlice(queries: Queries, { service, load, feed }: Whole): Promise<void> {
  const [row] = await queries.query(
    `select min(seq)::float8 as "from", max(seq)::float8 as "to" from activity_load
     where service = $1 and load = $2 and sha256 is not null`,
    [service, load],
  );
  const { from, to } = z.parse(Range, row);
  if (from === null || to === null) return;
  for (let at = from; at <= to; at += slice) {
    const values = [service, load, at, at + slice - 1];
    await queries.query(bodies, [...values, feed]);
    await queries.query(closed, values);
    await queries.query(entries, values);
    await queries.query(oldVenues, values);
    await queries.query(venues, values);
    await queries.query(vocabulary, values);
  }
}

const inSlice = `from activity_load l
  where l.service = $1 and l.load = $2 and l.seq between $3 and $4 and l.sha256 is not null`;

const bodies = `
  insert into activity (service, id, feed, source_id, sha256, body)
  select l.service, l.id, $5, l.source_id, l.sha256, l.body ${inSlice}
  on conflict (service, id) do update
    set sha256 = excluded.sha256, body = excluded.body, source_id = excluded.source_id`;

const bitsOf = (kind: string, member: string): string => `
  coalesce((select bit_or(1::bigint << v.bit) from activity_value v
            where v.service = l.service and v.kind = '${kind}' and l.entry -> '${member}' ? v.value), 0)`;

const weighed = (['a', 'b', 'c', 'd'] as const)
  .map(
    (name) => `setweight(to_tsvector('english', l.entry ->> '${name}'), '${name.toUpperCase()}')`,
  )
  .join(' || ');

const entries = `
  insert into activity_search (service, id, words, fixed_bits, category_bits, language_bits, has_venue,
    is_remote, is_everywhere, outcodes, next_at, next_ends, checked_on, card)
  select l.service, l.id, ${weighed}, (l.entry ->> 'fixed')::int,
    ${bitsOf('category', 'categories')}, ${bitsOf('language', 'languages')},
    (l.entry ->> 'hasVenue')::boolean, (l.entry ->> 'isRemote')::boolean,
    (l.entry ->> 'isEverywhere')::boolean,
    case when jsonb_typeof(l.entry -> 'outcodes') = 'array'
      then array(select jsonb_array_elements_text(l.entry -> 'outcodes')) end,
    (l.entry ->> 'nextAt')::timestamptz, (l.entry ->> 'nextEnds')::timestamptz,
    (l.entry ->> 'checkedOn')::date, l.entry -> 'card'
  ${inSlice} and l.body ->> 'status' <> 'closed'
  on conflict (service, id) do update set
    words = excluded.words, fixed_bits = excluded.fixed_bits, category_bits = excluded.category_bits,
    language_bits = excluded.language_bits, has_venue = excluded.has_venue,
    is_remote = excluded.is_remote, is_everywhere = excluded.is_everywhere,
    outcodes = excluded.outcodes, next_at = excluded.next_at, next_ends = excluded.next_ends,
    checked_on = excluded.checked_on, card = excluded.card`;

// What is closed is kept, for whoever has its address, and never found.
const closed = `delete from activity_search s using (select l.id, l.body ${inSlice}) as fresh
  where s.service = $1 and s.id = fresh.id and fresh.body ->> 'status' = 'closed'`;

const oldVenues = `delete from activity_venue v using (select l.id ${inSlice}) as fresh
  where v.service = $1 and v.id = fresh.id`;

const venues = `
  insert into activity_venue (service, id, position, at)
  select l.service, l.id, one.ordinality, point((one.value ->> 0)::float8, (one.value ->> 1)::float8)
  from activity_load l, jsonb_array_elements(l.entry -> 'venues') with ordinality as one
  where l.service = $1 and l.load = $2 and l.seq between $3 and $4 and l.sha256 is not null
    and l.body ->> 'status' <> 'closed'`;

const vocabulary = `
  insert into activity_word as w (service, word, often)
  select $1, word, count(*)
  from (select l.entry ${inSlice}) as fresh,
    regexp_split_to_table(concat_ws(' ', entry ->> 'a', entry ->> 'b', entry ->> 'c'), ' ') as word
  where length(word) between 3 and 40 group by word
  on conflict (service, word) do update set often = w.often + excluded.often`;

// Until this is done, searches would read what is new one by one and not use the indexes.
async function tidy(queries: Queries): Promise<void> {
  for (const index of ['activity_search_words', 'activity_search_outcodes', 'activity_word_like'])
    await queries.query('select gin_clean_pending_list($1::regclass)', [index]);
  for (const table of ['activity', 'activity_search', 'activity_venue', 'activity_word'])
    await queries.query(`analyze ${table}`);
}
