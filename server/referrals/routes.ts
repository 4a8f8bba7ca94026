import { sendReferral } from '../../src/referral/contract/endpoints.js';
import { Referral } from '../../src/referral/contract/referral.js';
import { requirePartner, serviceContextOf } from '../http/middleware/guards.js';
import { handleIdempotently } from '../http/idempotent-request.js';
import type { Route } from '../http/route.js';
import { checkReferral } from './check-referral.js';
import { newReferral } from './new-referral.js';
import type { ServiceContext } from '../settings/service-context.js';
import type { ReferralStore } from './referral-store.js';

interface Dependencies {
  readonly referrals: ReferralStore;
  readonly now: () => Date;
}

/** Stores a referral, once for each `Idempotency-Key`. */
export const referralRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  { referrals, now }: Dependencies,
): readonly Route[] => [
  {
    ...sendReferral,
    guards: [requirePartner(serviceContexts)],
    handle: (context) => {
      const serviceContext = serviceContextOf(context);
      return handleIdempotently(context.req.raw, {
        what: 'referral',
        schema: Referral,
        receiptFor: (key) => referrals.receiptFor(serviceContext.service.id, key),
        store: async (sent, attempt) => {
          const received = now();
          const checked = checkReferral(sent, serviceContext, received);
          return referrals.add(await newReferral(checked, serviceContext, received), attempt);
        },
      });
    },
  },
];
