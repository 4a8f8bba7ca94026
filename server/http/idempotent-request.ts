import type * as z from 'zod/mini';
import { hashOfJson } from '../database/canonical-json.js';
import type { Attempt, KeptReceipt } from '../database/idempotency.js';
import { checkAs, readJson } from './read-body.js';
import { refuse } from './responses/problem.js';

/** How to handle a submission that must be stored once, however often it is sent. */
export interface Submission<Schema extends z.ZodMiniType> {
  /** The name of the submission, such as “referral”. */
  readonly what: string;
  /** The schema of the body. */
  readonly schema: Schema;
  /** The stored response to an earlier attempt with the same key. */
  readonly receiptFor: (key: string) => Promise<KeptReceipt | undefined>;
  /** Checks what the schema cannot check, and stores the submission. */
  readonly store: (body: z.output<Schema>, attempt: Attempt) => Promise<KeptReceipt>;
}

/** Stores a submission once for each `Idempotency-Key`, and responds with its receipt exactly as first sent. */
export async function handleIdempotently<Schema extends z.ZodMiniType>(
  request: Request,
  { what, schema, receiptFor, store }: Submission<Schema>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    refuse(400, {
      detail: `Send an Idempotency-Key header: 8 to 200 visible ASCII characters, new for each ${what}.`,
    });
  const body = await readJson(request);
  const bodySha256 = await hashOfJson(body);
  // Before any check: a submission that was accepted stays accepted, even if the rules have changed.
  const kept = (await receiptFor(key)) ?? (await store(checkAs(schema, body), { key, bodySha256 }));
  if (kept.bodySha256 !== bodySha256)
    refuse(422, {
      type: '/problems/idempotency-key-reused',
      detail: `This Idempotency-Key came with another body before. Use a new one for each ${what}.`,
    });
  return new Response(kept.receipt, {
    status: 201,
    headers: { 'Content-Type': 'application/json' },
  });
}
