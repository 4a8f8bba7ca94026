import * as z from 'zod/mini';
import { GpPractice } from '../../src/referral/contract/gp-practice.js';
import type { Database, Queries } from '../database/database.js';
import { searchText, wordsIn } from '../database/search-words.js';

/** What is looked for in a service's list. */
export interface PracticeQuery {
  readonly service: string;
  readonly typed: string;
  readonly most: number;
  /** Outward codes and sectors of the service: practices there come first. */
  readonly areas: readonly string[];
}

/** Where a service's list of GP practices is kept. */
export interface PracticeStore {
  /** The practices that fit best, at most `most`; those in the service's own areas first. */
  search(search: PracticeQuery): Promise<readonly GpPractice[]>;
  /** Puts a new list in the place of the old one, for all these services or for none. */
  replace(services: readonly string[], practices: readonly GpPractice[]): Promise<void>;
}

/** Keeps practices in PostgreSQL. */
export const practiceStore = (database: Database): PracticeStore => ({
  search: (search) => searchPractices(database, search),
  replace: (services, practices) =>
    database.transaction(async (queries) => {
      for (const service of services) {
        await queries.query('delete from gp_practice where service = $1', [service]);
        await addPractices(queries, service, practices);
      }
    }),
});

/** Adds practices to a service that has none of them yet. */
export async function addPractices(
  queries: Queries,
  service: string,
  practices: readonly GpPractice[],
): Promise<void> {
  await queries.query(
    `insert into gp_practice (service, code, name, address, name_words, all_words)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      service,
      practices.map(({ code }) => code),
      practices.map(({ name }) => name),
      practices.map(({ address }) => address),
      practices.map(({ name }) => searchText(name)),
      practices.map(({ name, address }) => searchText(name, address)),
    ],
  );
  // Until both are done, searches would read a list of new entries one by one and not use the index.
  await queries.query(`select gin_clean_pending_list('gp_practice_words')`);
  await queries.query('analyze gp_practice');
}

/** How long the list of a service is. */
export async function countPractices(queries: Queries, service: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from gp_practice where service = $1',
    [service],
  );
  return z.parse(z.object({ count: z.number() }), row).count;
}

// A name that starts as typed comes first, then names that hold more of the words. What is searched
// holds letters and digits only, so no word can act as a pattern.
const exact = (words: readonly string[]): string => `
  select code, name, address from gp_practice
  where service = $1 and ${words.map((_, index) => `all_words like $${index + 5}`).join(' and ')}
  order by
    (address ~ $4) desc,
    starts_with(name_words, ' ' || $3) desc,
    ${words.map((_, index) => `(name_words like $${index + 5})::int`).join(' + ')} desc,
    length(name), name, code
  limit $2`;

// Each word must resemble a part of the practice's words (pg_trgm); the sum of the likenesses ranks.
const similar = (words: readonly string[]): string => `
  select code, name, address from gp_practice
  where service = $1 and ${words.map((_, index) => `$${index + 3} <% all_words`).join(' and ')}
  order by
    ${words.map((_, index) => `word_similarity($${index + 3}, all_words)`).join(' + ')} desc,
    length(name), name, code
  limit $2`;

// pg_trgm's own 0.6 does not forgive one wrong letter in a short word.
const leastLikeness = '0.4';

const mostWords = 8;

// A postcode of one of the areas, at the end of an address. Area codes hold letters, digits and a space.
const inAreas = (areas: readonly string[]): string => {
  const starts = areas.map((area) => (area.includes(' ') ? area : `${area} [0-9]`));
  return starts.length === 0 ? '(?!)' : `\\m(${starts.join('|')})[A-Z]{2}$`;
};

async function searchPractices(
  database: Database,
  { service, typed, most, areas }: PracticeQuery,
): Promise<readonly GpPractice[]> {
  const words = wordsIn(typed).slice(0, mostWords);
  if (words.length === 0) return [];
  const patterns = words.map((word) => `% ${word}%`);
  const values = [service, most, words.join(' '), inAreas(areas), ...patterns];
  const found = await database.query(exact(words), values);
  const rows =
    found.length > 0
      ? found
      : await database.transaction(async (queries) => {
          await queries.query(`select set_config('pg_trgm.word_similarity_threshold', $1, true)`, [
            leastLikeness,
          ]);
          return queries.query(similar(words), [service, most, ...words]);
        });
  return rows.map((row) => z.parse(GpPractice, row));
}
