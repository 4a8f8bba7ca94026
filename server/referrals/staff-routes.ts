import { getReferral, listReferrals } from '../../src/referral/contract/staff-endpoints.js';
import { setReferralStatus } from '../../src/status/contract/staff-endpoints.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { SetStatus } from '../../src/status/contract/referral-status.js';
import { requireStaff, staffServiceOf, type StaffTokens } from '../http/middleware/guards.js';
import { refuse } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import type { Route } from '../http/route.js';
import { pageRule, readPage, referenceIn } from '../http/staff-lists.js';
import type { AnyReferral, ReferralStore } from './referral-store.js';

interface Dependencies {
  readonly deployment: Deployment;
  readonly referrals: ReferralStore;
  readonly staffTokens: StaffTokens;
  readonly now: () => Date;
}

/** Lists referrals and sets their status, for staff of the service. */
export const staffRoutes = ({
  deployment,
  referrals,
  staffTokens,
  now,
}: Dependencies): readonly Route[] => {
  const guards = [requireStaff(deployment.services, staffTokens)];
  return [
    {
      ...listReferrals,
      guards,
      handle: async (context) => {
        const page = readPage(context) ?? refuse(400, { detail: pageRule });
        return Response.json(await referrals.list(staffServiceOf(context).id, page));
      },
    },
    {
      ...getReferral,
      guards,
      handle: async (context) => {
        const service = staffServiceOf(context).id;
        return shown(await referrals.find(service, referenceIn(context)));
      },
    },
    {
      ...setReferralStatus,
      guards,
      handle: async (context) => {
        const change = { ...(await readAs(SetStatus, context.req.raw)), at: now() };
        const service = staffServiceOf(context).id;
        return shown(await referrals.setStatus(service, referenceIn(context), change));
      },
    },
  ];
};

const shown = (referral: AnyReferral | undefined): Response =>
  referral
    ? Response.json(referral)
    : refuse(404, { detail: 'This service has no referral of that reference.' });
