import { getReferral, listReferrals } from '../../src/contract/endpoints.js';
import type { Deployment } from '../deployment-schema.js';
import { requireStaff, type StaffTokens } from '../http/guards.js';
import { problem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { parseCursor } from '../store/read-referrals.js';
import type { ReferralStore } from '../store/referral-store.js';

interface Needs {
  readonly deployment: Deployment;
  readonly referrals: ReferralStore;
  readonly staffTokens: StaffTokens;
}

const usualLimit = 50;
const maxLimit = 200;

/** What arrived, for staff of the service. */
export const staffRoutes = ({ deployment, referrals, staffTokens }: Needs): readonly Route[] => {
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
        const reference = (context.req.param('reference') ?? '').toUpperCase();
        const found = /^[A-Z0-9]{8}$/.test(reference)
          ? await referrals.find(context.get('staffOf')?.id ?? '', reference)
          : undefined;
        return found
          ? Response.json(found)
          : problem(404, { detail: 'This service has no referral of that reference.' });
      },
    },
  ];
};

const wrongPage = `“limit” must be a number from 1 to ${maxLimit}, “before” the “next” of an earlier answer.`;

function readPage(query: URLSearchParams) {
  const limit = query.get('limit') ?? String(usualLimit);
  const before = query.get('before');
  const cursor = before === null ? undefined : parseCursor(before);
  const isLimit = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (!isLimit || (before !== null && !cursor)) return undefined;
  return { limit: Number(limit), before: cursor };
}
