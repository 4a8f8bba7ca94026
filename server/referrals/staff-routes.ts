import { getReferral, listReferrals } from '../../src/referral/contract/staff-endpoints.js';
import { setReferralStatus } from '../../src/status/contract/staff-endpoints.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { SetStatus } from '../../src/status/contract/referral-status.js';
import { requireStaff, type StaffTokens } from '../http/middleware/guards.js';
import { problem } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import { refuse } from '../http/responses/refuse.js';
import type { Route } from '../http/route.js';
import { readPage, referenceIn, wrongPage } from '../http/staff-page.js';
import type { Stored } from './read-referrals.js';
import type { ReferralStore } from './referral-store.js';

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
        const page = readPage(new URL(context.req.url).searchParams);
        if (!page) return problem(400, { detail: wrongPage });
        return Response.json(await referrals.list(context.get('staffOf')?.id ?? '', page));
      },
    },
    {
      ...getReferral,
      guards,
      handle: async (context) => {
        const service = context.get('staffOf')?.id ?? '';
        return shown(await referrals.find(service, referenceIn(context)));
      },
    },
    {
      ...setReferralStatus,
      guards,
      handle: async (context) => {
        const body = await readAs(SetStatus, context.req.raw);
        if (!body.ok) return refuse(body.failure);
        const service = context.get('staffOf')?.id ?? '';
        const change = { ...body.value, at: now() };
        return shown(await referrals.setStatus(service, referenceIn(context), change));
      },
    },
  ];
};

const shown = (referral: Stored | undefined): Response =>
  referral
    ? Response.json(referral)
    : problem(404, { detail: 'This service has no referral of that reference.' });
