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

/** The exclusive right to import a feed while it is held and renewed. */
export interface Claim {
  /** The addresses of the last import; empty if there was none. */
  readonly addresses: readonly string[];
  /** The number of activities of the feed. */
  readonly count: number;
  /** Extends the claim; returns false if another process has taken it in the meantime. */
  renew(now: Date): Promise<boolean>;
  /** Releases the claim after a complete import. */
  finish(addresses: readonly string[], now: Date): Promise<void>;
  /** Releases the claim without an import; unless `isTried`, the attempt does not count. */
  release(isTried: boolean): Promise<void>;
}

/** Stores the state of feeds for all processes on one database. */
export interface FeedStore {
  /** Claims a feed; returns `undefined` if another process holds the claim or the feed is not due. */
  claim(wanted: Wanted): Promise<Claim | undefined>;
}

/** How long a claim lasts without renewal: a killed process blocks a feed no longer than this. */
const claimDuration = 2 * 60_000;

const Claimed = z.object({ addresses: z.array(z.string()) });
const Count = z.object({ count: z.number() });

/** Stores the state of feeds in PostgreSQL. */
export function feedStore(queries: Queries): FeedStore {
  return { claim: (wanted) => claim(queries, wanted) };
}

async function claim(queries: Queries, wanted: Wanted): Promise<Claim | undefined> {
  const { service, feed, now, unless } = wanted;
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
    addresses: z.parse(Claimed, row).addresses,
    count: await countOf(queries, service, feed),
    renew: async (at) => {
      const rows = await queries.query(
        `update activity_feed set claimed_until = $4
         where service = $1 and feed = $2 and claim = $3 returning feed`,
        [...own, until(at)],
      );
      return rows.length > 0;
    },
    finish: async (addresses, at) => {
      await queries.query(
        `update activity_feed set addresses = $4, read_at = $5, claim = null, claimed_until = null
         where service = $1 and feed = $2 and claim = $3`,
        [...own, addresses, at.toISOString()],
      );
    },
    release: async (isTried) => {
      await queries.query(
        `update activity_feed
         set claim = null, claimed_until = null, tried_at = case when $4 then tried_at end
         where service = $1 and feed = $2 and claim = $3`,
        [...own, isTried],
      );
    },
  };
}

const until = (now: Date): string => new Date(now.getTime() + claimDuration).toISOString();

const iso = (time: Date | undefined): string | null => time?.toISOString() ?? null;

async function countOf(queries: Queries, service: string, feed: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from activity where service = $1 and feed = $2',
    [service, feed],
  );
  return z.parse(Count, row).count;
}
