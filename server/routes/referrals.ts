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
import type { ServiceContext } from '../service-context.js';
import type { ReferralStore } from '../store/referral-store.js';

interface Dependencies {
  readonly referrals: ReferralStore;
  readonly now: () => Date;
}

/** Takes a referral in, once for each `Idempotency-Key`. */
export const referralRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  dependencies: Dependencies,
): readonly Route[] => [
  {
    ...sendReferral,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const serviceContext = context.get('serviceContext');
      return serviceContext ? takeIn(context.req.raw, serviceContext, dependencies) : problem(404);
    },
  },
];

async function takeIn(
  request: Request,
  serviceContext: ServiceContext,
  { referrals, now }: Dependencies,
): Promise<Response> {
  const stored = await onlyOnce(request, {
    what: 'referral',
    schema: Referral,
    receiptFor: (key) => referrals.receiptFor(serviceContext.service.id, key),
    take: async (sent, attempt) => {
      const received = now();
      const checked = checkReferral(sent, serviceContext, received);
      if (!checked.ok) return checked;
      const referral = await newReferral(checked.value, serviceContext, received);
      return ok(await referrals.add(referral, attempt));
    },
  });
  return answerWithReceipt(stored);
}
