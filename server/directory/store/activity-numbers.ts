import * as z from 'zod/mini';
import { add, emptyBitmap, has } from '../search/index/bitmap.js';
import type { Queries } from '../../database/database.js';

const Row = z.object({ size: z.number(), ords: z.nullable(z.instanceof(Buffer)) });

/** Returns free numbers of a directory, smallest first, each once. */
export async function freeNumbers(
  queries: Queries,
  service: string,
): Promise<(many: number) => readonly number[]> {
  const [row] = await queries.query(
    `select coalesce(max(ord) + 1, 0) as size, string_agg(int4send(ord), ''::bytea) as ords
     from activity_search where service = $1`,
    [service],
  );
  const { size, ords } = z.parse(Row, row);
  const taken = emptyBitmap(size);
  for (let at = 0; at < (ords?.length ?? 0); at += 4) add(taken, ords?.readInt32BE(at) ?? 0);
  let next = 0;
  const free = (): number => {
    while (has(taken, next)) next += 1;
    next += 1;
    return next - 1;
  };
  return (many) => Array.from({ length: many }, free);
}
