import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Database } from '../../../database/database.js';

/**
 * Runs at most as many search statements at once as there are processors: more would slow each other down, and the
 * first search would finish no sooner than the last.
 */
export function limitConcurrency(
  database: Database,
  most = Math.max(2, availableParallelism()),
): Database {
  const limit = pLimit(most);
  return { ...database, query: (...statement) => limit(() => database.query(...statement)) };
}
