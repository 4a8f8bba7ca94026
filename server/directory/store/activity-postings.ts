import { partSize, placeBits } from '../search/index/index-rows.js';
import type { Queries } from '../../database/database.js';

/** Rewrites the postings for the parts of a directory that contain these numbers. */
export async function writePostings(
  queries: Queries,
  service: string,
  ords: Iterable<number>,
): Promise<void> {
  const parts = new Set(Array.from(ords, (ord) => Math.floor(ord / partSize)));
  for (const part of parts)
    await queries.query(statement, [service, part, part * partSize, (part + 1) * partSize]);
}

const inPart = 'service = $1 and ord >= $3 and ord < $4';

// Writes only changed rows, because most words occur in the same activities as before.
const statement = `
  with posted as (
    select 'word' as kind, lexeme collate "C" as term, (ord << ${placeBits})
      + case when 'A' = any(weights) then 0 when 'B' = any(weights) then 1 else 2 end as posting
    from activity_card, unnest(words) as said(lexeme, positions, weights) where ${inPart}
    union all
    select distinct 'outcode', code, ord << ${placeBits}
    from activity_card, unnest(outcodes) as code where ${inPart}),
  fresh as materialized (
    select kind, term, string_agg(int4send(posting), ''::bytea order by posting) as ords
    from posted group by kind, term),
  gone as (
    delete from activity_posting p where service = $1 and part = $2
      and not exists (select from fresh f where f.kind = p.kind and f.term = p.term))
  insert into activity_posting as p (service, kind, term, part, ords)
  select $1, kind, term, $2, ords from fresh
  on conflict (service, kind, term, part) do update set ords = excluded.ords
    where p.ords <> excluded.ords`;
