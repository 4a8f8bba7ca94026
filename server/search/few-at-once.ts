import { availableParallelism } from 'node:os';
import type { Database } from '../store/database.js';

/**
 * Lets no more statements of searches run at once than there are processors: more would only take them from each
 * other, and whoever came first would wait for whoever came last.
 */
export function fewAtOnce(
  database: Database,
  most = Math.max(2, availableParallelism()),
): Database {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (running < most) running += 1;
    // Whoever is done hands on the turn.
    else
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
  };
  const done = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return {
    ...database,
    query: async (...statement) => {
      await turn();
      try {
        return await database.query(...statement);
      } finally {
        done();
      }
    },
  };
}
