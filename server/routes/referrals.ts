import { sendReferral } from '../../src/contract/endpoints.js';
import { crossOrigin, requirePartner } from '../http/guards.js';
import { problem } from '../http/problem.js';
import { readJson } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import { hashOfJson } from '../intake/canonical-json.js';
import { checkReferral } from '../intake/check-referral.js';
import { newReferral } from '../intake/new-referral.js';
import type { Placement } from '../placement.js';
import type { KeptReceipt, ReferralStore } from '../store/referral-store.js';

interface Needs {
  readonly referrals: ReferralStore;
  readonly now: () => Date;
}

/** Takes a referral in, once for each `Idempotency-Key`. */
export const referralRoutes = (
  placements: ReadonlyMap<string, Placement>,
  needs: Needs,
): readonly Route[] => [
  {
    ...sendReferral,
    guards: [crossOrigin(placements), requirePartner(placements)],
    handle: async (context) => {
      const placement = context.get('placement');
      return placement ? takeIn(context.req.raw, placement, needs) : problem(404);
    },
  },
];

async function takeIn(
  request: Request,
  placement: Placement,
  { referrals, now }: Needs,
): Promise<Response> {
  const key = request.headers.get('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{8,200}$/.test(key))
    return problem(400, {
      detail:
        'Send an Idempotency-Key header: 8 to 200 visible ASCII characters, new for each referral.',
    });
  const body = await readJson(request);
  if (!body.ok) return body.failure;
  const bodySha256 = await hashOfJson(body.value);
  // Before anything is checked: what was once accepted stays accepted, whatever rules hold today.
  const earlier = await referrals.receiptFor(placement.service.id, key);
  if (earlier) return answer(earlier, bodySha256);
  const received = now();
  const checked = checkReferral(body.value, placement, received);
  if (!checked.ok) return checked.failure;
  const referral = await newReferral(checked.value, placement, received);
  return answer(await referrals.add(referral, { key, bodySha256 }), bodySha256);
}

const answer = (kept: KeptReceipt, bodySha256: string): Response =>
  kept.bodySha256 === bodySha256
    ? new Response(kept.receipt, { status: 201, headers: { 'Content-Type': 'application/json' } })
    : problem(422, {
        type: '/problems/idempotency-key-reused',
        detail:
          'This Idempotency-Key came with another body before. Use a new one for each referral.',
      });
