import type * as z from 'zod/mini';
import { type Result, failed, ok } from '../../src/core/result.js';
import { hashOfJson } from '../database/canonical-json.js';
import type { Attempt, KeptReceipt } from '../database/idempotency.js';
import { checkAs, readJson } from './read-body.js';
import type { Refusal } from './responses/refusal.js';

/** How to handle a submission that must be stored once, however often it is sent. */
export interface TakingIn<Schema extends z.ZodMiniType> {
  /** The name of the submission, such as “referral”. */
  readonly what: string;
  /** The schema of the body. */
  readonly schema: Schema;
  /** The stored response to an earlier attempt with the same key. */
  readonly receiptFor: (key: string) => Promise<KeptReceipt | undefined>;
  /** Checks what the schema cannot check and stores the submission, or returns the issues. */
  readonly take: (
    body: z.output<Schema>,
    attempt: Attempt,
  ) => Promise<Result<KeptReceipt, Refusal>>;
}

/** Handles a submission once for each `Idempotency-Key` and returns its receipt exactly as first sent. */
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
  // Before any check: a submission that was accepted stays accepted, even if the rules have changed.
  const earlier = await receiptFor(key);
  if (earlier) return receiptOf(earlier);
  const checked = checkAs(schema, body.value);
  if (!checked.ok) return checked;
  const taken = await take(checked.value, { key, bodySha256 });
  return taken.ok ? receiptOf(taken.value) : taken;
}
