import * as z from 'zod/mini';
import type { Queries } from './database.js';

/** How one attempt to send something is told from another. */
export interface Attempt {
  readonly key: string;
  readonly bodySha256: string;
}

/** What was answered to an attempt, byte for byte. */
export interface KeptReceipt {
  readonly bodySha256: string;
  readonly receipt: string;
}

const Row = z.object({ body_sha256: z.string(), receipt: z.string() });

/** A table that holds each attempt once. */
export type IdempotentTable = 'referral' | 'activity_suggestion';

/** The answer to an earlier attempt of that key. */
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

// More would mean that the references are not random.
const maxTries = 20;

/** What is to be stored under a reference that is still to be found. */
export interface Storing {
  readonly table: IdempotentTable;
  readonly service: string;
  readonly attempt: Attempt;
  readonly makeReference: () => string;
  /** What whoever sent it is told. */
  readonly receipt: (reference: string) => object;
  /** Inserts it with `on conflict do nothing`; says whether it did. */
  readonly insert: (reference: string, receipt: string) => Promise<boolean>;
}

/** Stores something under a free reference, unless an attempt of that key was stored before: then gives the answer to that one. */
export async function storeOnce(
  queries: Queries,
  { table, service, attempt, makeReference, receipt, insert }: Storing,
): Promise<KeptReceipt> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const reference = makeReference();
    const text = JSON.stringify(receipt(reference));
    // Waits while another transaction stores the same key, and finds it once that one is committed.
    if (await insert(reference, text)) return { bodySha256: attempt.bodySha256, receipt: text };
    const earlier = await receiptFor(queries, table, service, attempt.key);
    if (earlier) return earlier;
    // Neither ours nor theirs: the reference was taken.
  }
  throw new Error('No free reference was found');
}
