import * as z from 'zod/mini';
import { GpPractice } from '../../src/referral/contract/gp-practice.js';
import type { Database, Queries } from '../database/database.js';
import { searchText, wordsIn } from '../database/search-words.js';

/** A search in a service's list. */
export interface PracticeQuery {
  readonly service: string;
  readonly typed: string;
  readonly most: number;
  /** Outward codes and sectors of the service; practices there come first. */
  readonly areas: readonly string[];
}

export type PracticeStore = ReturnType<typeof practiceStore>;

/** Stores each service's list of GP practices in PostgreSQL. */
export const practiceStore = (database: Database) => ({
  /** The best matches, at most `most`; those in the service's own areas first. */
  async search({ service, typed, most, areas }: PracticeQuery): Promise<readonly GpPractice[]> {
    const words = wordsIn(typed).slice(0, mostWords);
    if (words.length === 0) return [];
    const patterns = words.map((word) => `% ${word}%`);
    const values = [service, most, words.join(' '), inAreas(areas), ...patterns];
    const found = await database.query(exact(words), values);
    const rows =
      found.length > 0
        ? found
        : await database.transaction(async (queries) => {
            await queries.query(
              `select set_config('pg_trgm.word_similarity_threshold', $1, true)`,
              [leastLikeness],
            );
            return queries.query(similar(words), [service, most, ...words]);
          });
    return rows.map((row) => z.parse(GpPractice, row));
  },

  /** Replaces the list of all these services, or of none if it fails. */
  replace: (services: readonly string[], practices: readonly GpPractice[]) =>
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
  // Until both are done, searches would scan new entries one by one instead of using the index.
  await queries.query(`select gin_clean_pending_list('gp_practice_words')`);
  await queries.query('analyze gp_practice');
}

/** The number of practices in a service's list. */
export async function countPractices(queries: Queries, service: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from gp_practice where service = $1',
    [service],
  );
  return z.parse(z.object({ count: z.number() }), row).count;
}

// Names that start as typed come first, then names that contain more of the words. The searched text contains only
// letters and digits, so no word can act as a pattern.
const exact = (words: readonly string[]): string => `
  select code, name, address from gp_practice
  where service = $1 and ${words.map((_, index) => `all_words like $${index + 5}`).join(' and ')}
  order by
    (address ~ $4) desc,
    starts_with(name_words, ' ' || $3) desc,
    ${words.map((_, index) => `(name_words like $${index + 5})::int`).join(' + ')} desc,
    length(name), name, code
  limit $2`;

// Each word must be similar to a part of the practice's words (pg_trgm); the sum of the similarities ranks.
const similar = (words: readonly string[]): string => `
  select code, name, address from gp_practice
  where service = $1 and ${words.map((_, index) => `$${index + 3} <% all_words`).join(' and ')}
  order by
    ${words.map((_, index) => `word_similarity($${index + 3}, all_words)`).join(' + ')} desc,
    length(name), name, code
  limit $2`;

// pg_trgm's default of 0.6 does not tolerate one wrong letter in a short word.
const leastLikeness = '0.4';

const mostWords = 8;

// A postcode of one of the areas at the end of an address. Area codes contain only letters, digits and a space.
const inAreas = (areas: readonly string[]): string => {
  const starts = areas.map((area) => (area.includes(' ') ? area : `${area} [0-9]`));
  return starts.length === 0 ? '(?!)' : `\\m(${starts.join('|')})[A-Z]{2}$`;
};
