import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import type { Database } from '../../../database/database.js';

/**
 * Lets no more statements of searches run at once than there are processors: more would only take them from each
 * other, and whoever came first would wait for whoever came last.
 */
export function limitConcurrency(
  database: Database,
  most = Math.max(2, availableParallelism()),
): Database {
  const limit = pLimit(most);
  return { ...database, query: (...statement) => limit(() => database.query(...statement)) };
}
