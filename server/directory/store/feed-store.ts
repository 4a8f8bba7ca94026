import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Queries } from '../../database/database.js';

/** The feed to import. */
export interface Wanted {
  readonly service: string;
  readonly feed: string;
  readonly now: Date;
  /** Only if the last import, and the last attempt, were before these times. */
  readonly unless?: { readonly readSince: Date; readonly triedSince: Date };
}

/** How long a claim lasts without renewal: a killed process blocks a feed no longer than this. */
const claimDuration = 2 * 60_000;

const Claimed = z.object({ addresses: z.array(z.string()) });
const Count = z.object({ count: z.number() });

export type FeedStore = ReturnType<typeof feedStore>;

/** The exclusive right to import a feed while it is held and renewed. */
export type Claim = NonNullable<Awaited<ReturnType<FeedStore['claim']>>>;

/** Stores the state of feeds in PostgreSQL, for all processes on one database. */
export const feedStore = (queries: Queries) => ({
  /** Claims a feed; returns `undefined` if another process holds the claim or the feed is not due. */
  async claim({ service, feed, now, unless }: Wanted) {
    const id = randomUUID();
    const own = [service, feed, id];
    const [row] = await queries.query(
      `insert into activity_feed as f (service, feed, claim, tried_at, claimed_until)
       values ($1, $2, $3, $4, $5)
       on conflict (service, feed) do update
         set claim = excluded.claim, tried_at = excluded.tried_at, claimed_until = excluded.claimed_until
         where (f.claimed_until is null or f.claimed_until <= $4)
           and coalesce(f.read_at <= $6, true) and coalesce(f.tried_at <= $7, true)
       returning addresses`,
      [...own, now.toISOString(), until(now), iso(unless?.readSince), iso(unless?.triedSince)],
    );
    if (row === undefined) return undefined;
    return {
      /** The addresses of the last import; empty if there was none. */
      addresses: z.parse(Claimed, row).addresses,
      /** The number of activities of the feed. */
      count: await countOf(queries, service, feed),
      /** Extends the claim; returns false if another process has taken it in the meantime. */
      renew: async (at: Date) => {
        const rows = await queries.query(
          `update activity_feed set claimed_until = $4
           where service = $1 and feed = $2 and claim = $3 returning feed`,
          [...own, until(at)],
        );
        return rows.length > 0;
      },
      /** Releases the claim after a complete import. */
      finish: async (addresses: readonly string[], at: Date) => {
        await queries.query(
          `update activity_feed set addresses = $4, read_at = $5, claim = null, claimed_until = null
           where service = $1 and feed = $2 and claim = $3`,
          [...own, addresses, at.toISOString()],
        );
      },
      /** Releases the claim without an import; unless `isTried`, the attempt does not count. */
      release: async (isTried: boolean) => {
        await queries.query(
          `update activity_feed
           set claim = null, claimed_until = null, tried_at = case when $4 then tried_at end
           where service = $1 and feed = $2 and claim = $3`,
          [...own, isTried],
        );
      },
    };
  },
});

const until = (now: Date): string => new Date(now.getTime() + claimDuration).toISOString();

const iso = (time: Date | undefined): string | null => time?.toISOString() ?? null;

async function countOf(queries: Queries, service: string, feed: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from activity where service = $1 and feed = $2',
    [service, feed],
  );
  return z.parse(Count, row).count;
}
