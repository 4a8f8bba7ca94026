import * as z from 'zod/mini';
import type { LoadCounts } from '../contract/feed-load.js';
import { freeNumbers } from './activity-numbers.js';
import { writePostings } from './activity-postings.js';
import { hide, writeSlice } from './activity-slice.js';
import type { Database, Queries } from '../../database/database.js';

/** A feed of which all records are staged. */
interface StagedFeed {
  readonly service: string;
  readonly feed: string;
  readonly load: string;
  /** Ids of refused records, whose activities are kept. */
  readonly refused: readonly string[];
}

// Small enough to finish well within the statement timeout.
const slice = 2000;
// With more changes than this, the planner statistics are updated.
const many = 100;
// Bits of a bigint without its sign.
const mostValues = 62;

const Range = z.object({ from: z.nullable(z.number()), to: z.nullable(z.number()) });

/** Replaces the previous activities of a feed by a load in one transaction. */
export function replaceActivities(database: Database, staged: StagedFeed): Promise<LoadCounts> {
  return database.transaction(async (queries) => {
    // Two loads of one feed would undo each other, so the later one waits here and its result stays.
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `kith directory ${staged.service}`,
    ]);
    // Without statistics on the staged rows, PostgreSQL would scan them all for every row.
    await queries.query('analyze activity_load');
    const gone = await takeAway(queries, staged);
    const counts = await countChanges(queries, staged);
    const changes = gone.activities + counts.new + counts.changed;
    if (changes > 0) {
      await numberValues(queries, staged);
      const written = await eachSlice(queries, staged);
      await writePostings(queries, staged.service, [...gone.ords, ...written]);
      await queries.query(
        `insert into activity_revision as r (service, revision) values ($1, 1)
         on conflict (service) do update set revision = r.revision + 1`,
        [staged.service],
      );
      if (changes > many) await tidy(queries);
    }
    return { ...counts, gone: gone.activities };
  }, 'long');
}

interface Gone {
  readonly activities: number;
  /** The numbers of those that could be found. */
  readonly ords: readonly number[];
}

async function takeAway(
  queries: Queries,
  { service, feed, load, refused }: StagedFeed,
): Promise<Gone> {
  const gone = await queries.query(
    `delete from activity a
     where service = $1 and feed = $2 and source_id <> all($4)
       and not exists (select from activity_load l where l.service = $1 and l.load = $3 and l.id = a.id)
     returning id`,
    [service, feed, load, refused],
  );
  const ids = z.parse(z.array(z.object({ id: z.string() })), gone).map(({ id }) => id);
  return { activities: ids.length, ords: await hide(queries, service, ids) };
}

async function countChanges(
  queries: Queries,
  { service, load }: StagedFeed,
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

// Categories and languages get the next free numbers; values beyond the last bit cannot be used as filters.
async function numberValues(queries: Queries, { service, load }: StagedFeed): Promise<void> {
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

// Returns the numbers of the activities written.
async function eachSlice(
  queries: Queries,
  { service, load, feed }: StagedFeed,
): Promise<readonly number[]> {
  const [row] = await queries.query(
    `select min(seq)::float8 as "from", max(seq)::float8 as "to" from activity_load
     where service = $1 and load = $2 and sha256 is not null`,
    [service, load],
  );
  const { from, to } = z.parse(Range, row);
  if (from === null || to === null) return [];
  const free = await freeNumbers(queries, service);
  const written: number[] = [];
  let counted = 0;
  for (let at = from; at <= to; at += slice) {
    const of = { service, load, feed, from: at, to: at + slice - 1 };
    written.push(...(await writeSlice(queries, of, free)));
    // With outdated statistics, the planner would treat the directory as small and scan it for every row.
    if (at + slice <= to && written.length >= 2 * counted) {
      await queries.query('analyze activity_search');
      counted = written.length;
    }
  }
  return written;
}

// Until this is done, PostgreSQL would scan new entries one by one instead of using the indexes.
async function tidy(queries: Queries): Promise<void> {
  await queries.query("select gin_clean_pending_list('activity_word_like'::regclass)");
  await queries.query(
    'analyze activity, activity_search, activity_card, activity_venue, activity_posting, activity_word',
  );
}
