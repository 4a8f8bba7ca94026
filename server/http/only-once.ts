import type { Result } from '../../src/shared/result.js';
import { hashOfJson } from '../intake/canonical-json.js';
import type { Attempt, KeptReceipt } from '../store/once.js';
import { problem } from './problem.js';
import { readJson } from './read-body.js';

/** How something is taken in that must arrive once, however often it is sent. */
export interface TakingIn {
  /** What it is called, such as “referral”. */
  readonly what: string;
  /** The answer to an earlier attempt of that key. */
  readonly receiptFor: (key: string) => Promise<KeptReceipt | undefined>;
  /** Checks and stores it; or the answer that says what is wrong. */
  readonly take: (body: unknown, attempt: Attempt) => Promise<Result<KeptReceipt, Response>>;
}

/** Answers a request that may come again, once for each `Idempotency-Key`. */
export async function onlyOnce(
  request: Request,
  { what, receiptFor, take }: TakingIn,
): Promise<Response> {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    return problem(400, {
      detail: `Send an Idempotency-Key header: 8 to 200 visible ASCII characters, new for each ${what}.`,
    });
  const body = await readJson(request);
  if (!body.ok) return body.failure;
  const bodySha256 = await hashOfJson(body.value);
  // Before anything is checked: what was once accepted stays accepted, whatever rules hold today.
  const earlier = await receiptFor(key);
  if (earlier) return answer(earlier, bodySha256, what);
  const taken = await take(body.value, { key, bodySha256 });
  return taken.ok ? answer(taken.value, bodySha256, what) : taken.failure;
}

const answer = (kept: KeptReceipt, bodySha256: string, what: string): Response =>
  kept.bodySha256 === bodySha256
    ? new Response(kept.receipt, { status: 201, headers: { 'Content-Type': 'application/json' } })
    : problem(422, {
        type: '/problems/idempotency-key-reused',
        detail: `This Idempotency-Key came with another body before. Use a new one for each ${what}.`,
      });
