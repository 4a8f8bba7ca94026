import type { Context } from 'hono';
import { getReferral, listReferrals } from '../../src/contract/endpoints.js';
import type { Deployment } from '../deployment-schema.js';
import { SetStatus } from '../../src/contract/referral-status.js';
import { setReferralStatus } from '../../src/contract/status-endpoints.js';
import { requireStaff, type StaffTokens } from '../http/guards.js';
import { problem } from '../http/problem.js';
import { readAs } from '../http/read-body.js';
import type { Env, Route } from '../http/route.js';
import { parseCursor, type Stored } from '../store/read-referrals.js';
import type { ReferralStore } from '../store/referral-store.js';

interface Needs {
  readonly deployment: Deployment;
  readonly referrals: ReferralStore;
  readonly staffTokens: StaffTokens;
  readonly now: () => Date;
}

const usualLimit = 50;
const maxLimit = 200;

/** What arrived, for staff of the service, and how it stands. */
export const staffRoutes = ({
  deployment,
  referrals,
  staffTokens,
  now,
}: Needs): readonly Route[] => {
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
        const { service, reference } = wantedIn(context);
        return shown(await referrals.find(service, reference));
      },
    },
    {
      ...setReferralStatus,
      guards,
      handle: async (context) => {
        const body = await readAs(SetStatus, context.req.raw);
        if (!body.ok) return body.failure;
        const { service, reference } = wantedIn(context);
        const change = { ...body.value, at: now() };
        return shown(await referrals.setStatus(service, reference, change));
      },
    },
  ];
};

// What has not the form of a reference is nobody's.
function wantedIn(context: Context<Env>) {
  const reference = (context.req.param('reference') ?? '').toUpperCase();
  return {
    service: context.get('staffOf')?.id ?? '',
    reference: /^[A-Z0-9]{8}$/.test(reference) ? reference : '',
  };
}

const shown = (referral: Stored | undefined): Response =>
  referral
    ? Response.json(referral)
    : problem(404, { detail: 'This service has no referral of that reference.' });

const wrongPage = `“limit” must be a number from 1 to ${maxLimit}, “before” the “next” of an earlier answer.`;

function readPage(query: URLSearchParams) {
  const limit = query.get('limit') ?? String(usualLimit);
  const before = query.get('before');
  const cursor = before === null ? undefined : parseCursor(before);
  const isLimit = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= maxLimit;
  if (!isLimit || (before !== null && !cursor)) return undefined;
  return { limit: Number(limit), before: cursor };
}
