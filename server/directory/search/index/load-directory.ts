import * as z from 'zod/mini';
import type { Database, Queries } from '../../../database/database.js';
import { type AnswerCache, answerCache } from '../limits/answer-cache.js';
import { type Cards, keepCards } from '../cards.js';
import { type Snapshot, buildIndex, neverChecked, reachBits, unknown } from './directory-index.js';
import { type FacetedFilter, facetedFilter } from '../faceted-filter.js';
import { Bytes, joined } from './index-rows.js';
import type { PlaceSet } from './place-set.js';
import type { TextSet } from './text-set.js';

/** The number of changes of a directory, and of changes of its next dates only. */
export interface Revisions {
  readonly revision: number;
  readonly dates: number;
}

/** A service's directory at a revision, with caches of the sets read from it. */
export interface Directory extends Revisions, Snapshot {
  readonly filter: FacetedFilter;
  readonly texts: AnswerCache<TextSet>;
  readonly places: AnswerCache<PlaceSet>;
  /** Corrections of texts without matches; empty if there is none. */
  readonly meant: AnswerCache<readonly string[]>;
  readonly cards: Cards;
  /** Each an `ActivityPage` as JSON, assembled from serialised parts without parsing them. */
  readonly pages: AnswerCache<string>;
}

// A chunk is processed in about ten milliseconds, so that other requests are handled in between.
const chunk = 16_384;
// The memory limit for the sets of one directory, and the bytes that a set takes for each activity. Sets for places are
// the most expensive to read, and some are used again and again.
const bytesOfTexts = 32_000_000;
const bytesOfText = 0.5;
const bytesOfPlaces = 96_000_000;
const bytesOfPlace = 3;
// About 20 kB each.
const mostPages = 300;
// About 100 bytes each.
const mostMeant = 1000;

const Head = z.object({ revision: z.number(), dates: z.number(), size: z.number() });
const Open = z.object({
  kind: z.enum(['category', 'language']),
  value: z.string(),
  bit: z.number(),
});
const Chunk = z.object({
  ords: Bytes,
  fixed: Bytes,
  categories: Bytes,
  languages: Bytes,
  reach: Bytes,
  next: Bytes,
  checked: Bytes,
});

/** The numbers of a service's last changes. */
export async function readRevisions(queries: Queries, service: string): Promise<Revisions> {
  const [row] = await queries.query(
    `select coalesce(max(revision), 0)::float8 as revision, coalesce(max(dates), 0)::float8 as dates
     from activity_revision where service = $1`,
    [service],
  );
  return z.parse(z.omit(Head, { size: true }), row);
}

/** Reads a directory in one snapshot of the database. */
export function loadDirectory(database: Database, service: string): Promise<Directory> {
  return database.transaction(async (queries) => {
    await queries.query('set transaction isolation level repeatable read, read only');
    const revisions = await readRevisions(queries, service);
    const [row] = await queries.query(
      'select coalesce(max(ord) + 1, 0) as size from activity_search where service = $1',
      [service],
    );
    const { size } = z.parse(z.pick(Head, { size: true }), row);
    const open = await queries.query(
      'select kind, value, bit from activity_value where service = $1 order by kind, bit',
      [service],
    );
    const builder = buildIndex(size, z.parse(z.array(Open), open));
    for (let from = 0; from < size; from += chunk) {
      const [columns] = await queries.query(columnsOf, [service, from, from + chunk]);
      builder.add(z.parse(Chunk, columns));
    }
    const { index } = builder;
    const { revision } = revisions;
    return {
      ...{ service, ...revisions, index, filter: facetedFilter(index) },
      ...{ cards: keepCards(database, { service, revision }), ...emptySets(size) },
    };
  });
}

const emptySets = (size: number): Pick<Directory, 'texts' | 'places' | 'meant' | 'pages'> => ({
  pages: answerCache(mostPages),
  meant: answerCache(mostMeant),
  texts: answerCache(mostSets(bytesOfTexts, size * bytesOfText)),
  places: answerCache(mostSets(bytesOfPlaces, size * bytesOfPlace)),
});

const mostSets = (bytes: number, each: number): number =>
  Math.min(1000, Math.max(16, Math.floor(bytes / Math.max(1, each))));

const columnsOf = `
  select ${joined('int4send(ord)')} as ords,
    ${joined('int4send(fixed_bits)')} as fixed,
    ${joined('int8send(category_bits)')} as categories,
    ${joined('int8send(language_bits)')} as languages,
    ${joined(`int4send(
      case when is_everywhere and (is_remote or not has_venue) then ${reachBits.everywhere} else 0 end
      + case when is_remote and not has_area then ${reachBits.anywhere} else 0 end)`)} as reach,
    ${joined(`int4send(coalesce(
      least(floor(date_part('epoch', next_at) / 60), ${unknown - 1})::int, ${unknown}))`)} as next,
    ${joined(`int4send(coalesce(checked_on - date '1970-01-01', (${neverChecked})::int))`)} as checked
  from activity_search where service = $1 and ord >= $2 and ord < $3`;
