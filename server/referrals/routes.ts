import { sendReferral } from '../../src/referral/contract/endpoints.js';
import { Referral } from '../../src/referral/contract/referral.js';
import { ok } from '../../src/core/result.js';
import { requirePartner } from '../http/middleware/guards.js';
import { onlyOnce } from '../http/only-once.js';
import { problem } from '../http/responses/problem.js';
import { answerWithReceipt } from '../http/responses/refuse.js';
import type { Route } from '../http/route.js';
import { checkReferral } from './check-referral.js';
import { newReferral } from './new-referral.js';
import type { ServiceContext } from '../settings/service-context.js';
import type { ReferralStore } from './referral-store.js';

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
