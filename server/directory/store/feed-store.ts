import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Queries } from '../../database/database.js';

/** Which feed is to be read. */
export interface Wanted {
  readonly service: string;
  readonly feed: string;
  readonly now: Date;
  /** Only where it was last read, and last begun, before these times. */
  readonly unless?: { readonly readSince: Date; readonly triedSince: Date };
}

/** A feed that nobody else reads as long as this is held and renewed. */
export interface Claim {
  /** Where it was read from before; empty where it never was. */
  readonly addresses: readonly string[];
  /** How many activities of it there are. */
  readonly count: number;
  /** Says that it is still being read; false when somebody else has taken it since. */
  renew(now: Date): Promise<boolean>;
  /** Lets go of it after it was read to its end. */
  finish(addresses: readonly string[], now: Date): Promise<void>;
  /** Lets go of it unread; as if nobody had tried where it was given up without its fault. */
  release(isTried: boolean): Promise<void>;
}

/** Remembers feeds, so that all processes on one database know what the others have read. */
export interface FeedStore {
  /** Takes a feed to read it; nothing while somebody else reads it, or when it is not yet its time. */
  claim(wanted: Wanted): Promise<Claim | undefined>;
}

/** How long a claim holds without being renewed: somebody who was killed holds up a feed no longer than this. */
const claimed = 2 * 60_000;

const Claimed = z.object({ addresses: z.array(z.string()) });
const Count = z.object({ count: z.number() });

/** Remembers feeds in PostgreSQL. */
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

const until = (now: Date): string => new Date(now.getTime() + claimed).toISOString();

const iso = (time: Date | undefined): string | null => time?.toISOString() ?? null;

async function countOf(queries: Queries, service: string, feed: string): Promise<number> {
  const [row] = await queries.query(
    'select count(*)::int as count from activity where service = $1 and feed = $2',
    [service, feed],
  );
  return z.parse(Count, row).count;
}
