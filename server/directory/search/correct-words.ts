import * as z from 'zod/mini';
import type { Queries } from '../../database/database.js';

const Row = z.object({ typed: z.string(), meant: z.nullable(z.string()) });

/** Corrects misspelt words; returns an empty list if all words occur or none is similar to a known one. */
export async function correctWords(
  queries: Queries,
  service: string,
  typed: readonly string[],
): Promise<readonly string[]> {
  const rows = await queries.query(
    `select typed, coalesce(
       (select word from activity_word where service = $1 and word like typed || '%' order by word = typed desc limit 1),
       (select word from activity_word where service = $1 and word % typed
        order by similarity(word, typed) desc, often desc, word limit 1)) as meant
     from unnest($2::text[]) with ordinality as t(typed, position) order by position`,
    [service, typed],
    'meant',
  );
  const read = z.parse(z.array(Row), rows);
  // A word that begins another one is not a mistake: it may not be complete yet.
  const meant = read.map((one) =>
    one.meant?.startsWith(one.typed) === true ? one.typed : (one.meant ?? one.typed),
  );
  return meant.some((word, index) => word !== typed[index]) ? meant : [];
}
