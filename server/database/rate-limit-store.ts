import * as z from 'zod/mini';
import type { Database } from './database.js';

/** How many failed attempts are allowed within a period. */
export interface RateLimit {
  readonly most: number;
  readonly seconds: number;
}

/** What is attempted: a key that says nothing by itself, such as a hash. */
export interface LimitedAttempt {
  readonly service: string;
  readonly key: string;
}

/** An attempt that was counted before it was made. */
export interface CountedAttempt extends LimitedAttempt {
  /** Whether there were as many already as there may be. */
  readonly isOver: boolean;
  /** When the count starts again. */
  readonly until: Date;
}

const Row = z.object({ until: z.date() });
const CountRow = z.object({ tries: z.number(), until: z.date() });

export type RateLimitStore = ReturnType<typeof rateLimitStore>;

/** Counts failed attempts in PostgreSQL, for all processes together. */
export const rateLimitStore = (database: Database) => ({
  /** Counts an attempt as failed before it is made, so that many at once cannot exceed the limit. */
  async count(
    { service, key }: LimitedAttempt,
    { most, seconds }: RateLimit,
    now: Date,
  ): Promise<CountedAttempt> {
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
    if (tries === 1) await deleteExpired(database, service, at);
    return { service, key, until, isOver: false };
  },

  /** Takes back an attempt that succeeded or was not made. */
  async takeBack({ service, key, until }: CountedAttempt) {
    await database.query(
      `update wrong_try set tries = tries - 1
       where service = $1 and key = $2 and until = $3 and tries > 0`,
      [service, key, until.toISOString()],
    );
  },
});

// Skips rows that another transaction is updating or deleting, so that no transaction waits.
const deleteExpired = (database: Database, service: string, at: string): Promise<unknown> =>
  database.query(
    `delete from wrong_try where service = $1 and key in (
       select key from wrong_try where service = $1 and until <= $2 for update skip locked)`,
    [service, at],
  );
