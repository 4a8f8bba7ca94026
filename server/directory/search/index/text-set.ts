import * as z from 'zod/mini';
import type { Queries } from '../../../database/database.js';
import { type Bitmap, add, emptyBitmap, intersection } from './bitmap.js';
import type { Snapshot } from './directory-index.js';
import { Bytes, Outdated, forEachPosting, joined, revisionSql } from './index-rows.js';

/** The activities that contain all words of a text, by where they occur; the last word may be incomplete. */
export interface TextSet {
  /** As whole words in the name. */
  readonly name: Bitmap;
  /** In the name. */
  readonly nameStarts: Bitmap;
  /** In the name, subjects, organisation or venue. */
  readonly head: Bitmap;
  readonly anywhere: Bitmap;
}

const Row = z.object({ revision: z.number(), whole: Bytes, longer: Bytes });

// PostgreSQL reduces words to stems and drops stop words such as “the”. Stems that start with the last one are between
// it and itself followed by the highest character.
const statement = `
  with typed as (
    select stem collate "C" as stem,
      (case when position = cardinality($2::text[]) then stem || chr(1114111) end) collate "C" as until
    from unnest($2::text[]) with ordinality as t(word, position),
      unnest(tsvector_to_array(to_tsvector('english', word))) as stem)
  select ${revisionSql} as revision,
    (select ${joined('ords')} from activity_posting
     where service = $1 and kind = 'word' and term = stem) as whole,
    (select ${joined('ords')} from activity_posting
     where service = $1 and kind = 'word' and term > stem and term < until) as longer
  from typed`;

/**
 * Queries PostgreSQL for activities that contain these words. Stop words match every activity. Rejects if the index is
 * outdated.
 */
export async function readTextSet(
  queries: Queries,
  { service, revision, index }: Snapshot,
  words: readonly string[],
): Promise<TextSet> {
  const rows = z.parse(z.array(Row), await queries.query(statement, [service, words], 'text'));
  if (rows.some((row) => row.revision !== revision)) throw new Outdated();
  const sets = rows.map((row) => wordSet(row, index.size));
  const inAll = (name: keyof TextSet): Bitmap =>
    intersection([index.all, ...sets.map((set) => set[name])]);
  return {
    name: inAll('name'),
    nameStarts: inAll('nameStarts'),
    head: inAll('head'),
    anywhere: inAll('anywhere'),
  };
}

function wordSet({ whole, longer }: z.infer<typeof Row>, size: number): TextSet {
  const set = {
    name: emptyBitmap(size),
    nameStarts: emptyBitmap(size),
    head: emptyBitmap(size),
    anywhere: emptyBitmap(size),
  };
  for (const [ords, isWhole] of [
    [whole, true],
    [longer, false],
  ] as const)
    forEachPosting(ords, (ord, place) => {
      add(set.anywhere, ord);
      if (place === 'elsewhere') return;
      add(set.head, ord);
      if (place === 'head') return;
      add(set.nameStarts, ord);
      if (isWhole) add(set.name, ord);
    });
  return set;
}
