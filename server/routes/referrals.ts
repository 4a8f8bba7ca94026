import { sendReferral } from '../../src/contract/intake-endpoints.js';
import { Referral } from '../../src/contract/referral.js';
import { ok } from '../../src/shared/result.js';
import { requirePartner } from '../http/guards.js';
import { onlyOnce } from '../http/only-once.js';
import { problem } from '../http/problem.js';
import { answerWithReceipt } from '../http/refuse.js';
import type { Route } from '../http/route.js';
import { checkReferral } from '../intake/check-referral.js';
import { newReferral } from '../intake/new-referral.js';
import type { Placement } from '../placement.js';
import type { ReferralStore } from '../store/referral-store.js';

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
    guards: [requirePartner(placements)],
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
  const stored = await onlyOnce(request, {
    what: 'referral',
    schema: Referral,
    receiptFor: (key) => referrals.receiptFor(placement.service.id, key),
    take: async (sent, attempt) => {
      const received = now();
      const checked = checkReferral(sent, placement, received);
      if (!checked.ok) return checked;
      const referral = await newReferral(checked.value, placement, received);
      return ok(await referrals.add(referral, attempt));
    },
  });
  return answerWithReceipt(stored);
}
