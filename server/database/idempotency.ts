import * as z from 'zod/mini';
import type { Queries } from './database.js';

/** Identifies an attempt to submit something. */
export interface Attempt {
  readonly key: string;
  readonly bodySha256: string;
}

/** The stored response to an attempt, byte for byte. */
export interface KeptReceipt {
  readonly bodySha256: string;
  readonly receipt: string;
}

const Row = z.object({ body_sha256: z.string(), receipt: z.string() });

/** A table that stores each attempt once. */
export type IdempotentTable = 'referral' | 'activity_suggestion';

/** The stored response to an earlier attempt with the same key. */
export async function receiptFor(
  queries: Queries,
  table: IdempotentTable,
  service: string,
  key: string,
): Promise<KeptReceipt | undefined> {
  const [row] = await queries.query(
    `select body_sha256, receipt from ${table} where service = $1 and idempotency_key = $2`,
    [service, key],
  );
  if (row === undefined) return undefined;
  const { body_sha256: bodySha256, receipt } = z.parse(Row, row);
  return { bodySha256, receipt };
}

// More collisions would mean that the references are not random.
const maxTries = 20;

/** What to store under a new reference. */
export interface Storing {
  readonly table: IdempotentTable;
  readonly service: string;
  readonly attempt: Attempt;
  readonly makeReference: () => string;
  /** The response to the sender. */
  readonly receipt: (reference: string) => object;
  /** Inserts the row with `on conflict do nothing`; returns whether it was inserted. */
  readonly insert: (reference: string, receipt: string) => Promise<boolean>;
}

/** Stores something under a new reference, or returns the response to an earlier attempt with the same key. */
export async function storeOnce(
  queries: Queries,
  { table, service, attempt, makeReference, receipt, insert }: Storing,
): Promise<KeptReceipt> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const reference = makeReference();
    const text = JSON.stringify(receipt(reference));
    // Waits while another transaction stores the same key, and finds its row after the commit.
    if (await insert(reference, text)) return { bodySha256: attempt.bodySha256, receipt: text };
    const earlier = await receiptFor(queries, table, service, attempt.key);
    if (earlier) return earlier;
    // No attempt with this key was found, so the reference is in use.
  }
  throw new Error('No free reference was found');
}
