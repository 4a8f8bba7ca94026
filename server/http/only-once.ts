import type * as z from 'zod/mini';
import { type Result, failed, ok } from '../../src/core/result.js';
import { hashOfJson } from '../database/canonical-json.js';
import type { Attempt, KeptReceipt } from '../database/idempotency.js';
import { checkAs, readJson } from './read-body.js';
import type { Refusal } from './responses/refusal.js';

/** How something is taken in that must arrive once, however often it is sent. */
export interface TakingIn<Schema extends z.ZodMiniType> {
  /** What it is called, such as “referral”. */
  readonly what: string;
  /** The body as the contract wants it. */
  readonly schema: Schema;
  /** The answer to an earlier attempt of that key. */
  readonly receiptFor: (key: string) => Promise<KeptReceipt | undefined>;
  /** Checks what the schema cannot know and stores it, or says what is wrong. */
  readonly take: (
    body: z.output<Schema>,
    attempt: Attempt,
  ) => Promise<Result<KeptReceipt, Refusal>>;
}

/** Takes in a request that may come again, once for each `Idempotency-Key`; gives the receipt as it is sent. */
export async function onlyOnce<Schema extends z.ZodMiniType>(
  request: Request,
  { what, schema, receiptFor, take }: TakingIn<Schema>,
): Promise<Result<string, Refusal>> {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) return failed({ kind: 'no-idempotency-key', what });
  const body = await readJson(request);
  if (!body.ok) return body;
  const bodySha256 = await hashOfJson(body.value);
  const receiptOf = (kept: KeptReceipt): Result<string, Refusal> =>
    kept.bodySha256 === bodySha256
      ? ok(kept.receipt)
      : failed({ kind: 'idempotency-key-reused', what });
  // Before anything is checked: what was once accepted stays accepted, whatever rules hold today.
  const earlier = await receiptFor(key);
  if (earlier) return receiptOf(earlier);
  const checked = checkAs(schema, body.value);
  if (!checked.ok) return checked;
  const taken = await take(checked.value, { key, bodySha256 });
  return taken.ok ? receiptOf(taken.value) : taken;
}
