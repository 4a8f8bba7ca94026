import * as z from 'zod/mini';
import type { Database } from './database.js';

/** How many tries may be wrong before a while has passed. */
export interface RateLimit {
  readonly most: number;
  readonly seconds: number;
}

/** What is tried: a key that says nothing by itself, such as a hash. */
export interface Tried {
  readonly service: string;
  readonly key: string;
}

/** A try that was counted before it was made. */
export interface Counted extends Tried {
  /** Whether there were as many already as there may be. */
  readonly isOver: boolean;
  /** When counting starts anew. */
  readonly until: Date;
}

/** Where wrong tries are counted. */
export interface RateLimitStore {
  /** Counts a try as wrong, before it is made: of many at once, no more pass than may. */
  count(tried: Tried, limit: RateLimit, now: Date): Promise<Counted>;
  /** Takes back what was counted, because the try was right or not made. */
  takeBack(counted: Counted): Promise<void>;
}

const Row = z.object({ until: z.date() });
const CountRow = z.object({ tries: z.number(), until: z.date() });

/** Counts tries in PostgreSQL, for all processes together. */
export const rateLimitStore = (database: Database): RateLimitStore => ({
  count: (tried, limit, now) => count(database, tried, limit, now),
  takeBack: async ({ service, key, until }) => {
    await database.query(
      `update wrong_try set tries = tries - 1
       where service = $1 and key = $2 and until = $3 and tries > 0`,
      [service, key, until.toISOString()],
    );
  },
});

async function count(
  database: Database,
  { service, key }: Tried,
  { most, seconds }: RateLimit,
  now: Date,
): Promise<Counted> {
  const at = now.toISOString();
  const end = new Date(now.getTime() + seconds * 1000);
  const [row] = await database.query(
    `insert into wrong_try as t (service, key, until, tries) values ($1, $2, $4, 1)
     on conflict (service, key) do update set
       tries = case when t.until <= $3 then 1 else t.tries + 1 end,
       until = case when t.until <= $3 then excluded.until else t.until end
     where t.until <= $3 or t.tries < $5
     returning tries, until`,
    [service, key, at, end.toISOString(), most],
  );
  if (row === undefined) {
    const [full] = await database.query(
      'select until from wrong_try where service = $1 and key = $2',
      [service, key],
    );
    const until = full === undefined ? end : z.parse(Row, full).until;
    return { service, key, until, isOver: true };
  }
  const { tries, until } = z.parse(CountRow, row);
  if (tries === 1) await clearAway(database, service, at);
  return { service, key, until, isOver: false };
}

// Rows that somebody else is just clearing away or counting are left to them, so that none waits for another.
const clearAway = (database: Database, service: string, at: string): Promise<unknown> =>
  database.query(
    `delete from wrong_try where service = $1 and key in (
       select key from wrong_try where service = $1 and until <= $2 for update skip locked)`,
    [service, at],
  );
