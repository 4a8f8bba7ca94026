import { StatusRequest, type StatusAnswer } from '../../../src/status/contract/referral-status.js';
import { lookUpStatus } from '../../../src/status/contract/endpoints.js';
import { requirePartner, serviceContextOf } from '../../http/middleware/guards.js';
import { refuse, refuseFields } from '../../http/responses/problem.js';
import { readAs } from '../../http/read-body.js';
import type { Route } from '../../http/route.js';
import { sha256 } from '../../database/canonical-json.js';
import { statusRateLimits } from './status-rate-limits.js';
import type { ServiceContext } from '../../settings/service-context.js';
import type { CurrentStatus, ReferralStore } from '../referral-store.js';
import type { CountedAttempt, RateLimitStore } from '../../database/rate-limit-store.js';

interface Dependencies {
  readonly referrals: ReferralStore;
  readonly rateLimits: RateLimitStore;
  readonly now: () => Date;
}

/** Looks up the status of a referral by its reference and the person's date of birth. */
export const referralStatusRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  dependencies: Dependencies,
): readonly Route[] => [
  {
    ...lookUpStatus,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const serviceContext = serviceContextOf(context);
      if (!serviceContext.profile.status)
        refuse(404, { detail: 'This service does not tell how referrals stand.' });
      const body = await readAs(StatusRequest, context.req.raw);
      return Response.json(await lookUp(body, serviceContext, dependencies));
    },
  },
];

async function lookUp(
  wanted: StatusRequest,
  serviceContext: ServiceContext,
  { referrals, rateLimits, now }: Dependencies,
): Promise<StatusAnswer> {
  const moment = now();
  const { id: service } = serviceContext.service;
  // Each try counts as wrong until it turns out to be right: of many at once no more are answered than may be wrong.
  const ofReference = { service, key: await sha256(`status ${wanted.reference}`) };
  const one = await rateLimits.count(ofReference, statusRateLimits.perReference, moment);
  if (one.isOver) tooOften(one, moment);
  const all = await rateLimits.count(
    { service, key: 'status' },
    statusRateLimits.perService,
    moment,
  );
  if (all.isOver) {
    await rateLimits.takeBack(one);
    tooOften(all, moment);
  }
  const found = await referrals.findStatus(service, wanted);
  // Unknown or wrong: the same answer after the same steps.
  if (!found) return refuseFields([{ field: 'reference', code: 'status.unknown' }]);
  await rateLimits.takeBack(one);
  await rateLimits.takeBack(all);
  return answer(found, serviceContext);
}

function tooOften({ until }: CountedAttempt, now: Date): never {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  refuse(429, {
    detail: 'There were too many wrong tries. Try again later.',
    errors: [{ field: 'reference', code: 'status.often' }],
    headers: { 'Retry-After': String(seconds) },
  });
}

// Until the team has made contact; what happens then, people know better than we.
const isBeforeContact = ({ status }: CurrentStatus): boolean =>
  ['received', 'opened', 'accepted'].includes(status);

function answer(found: CurrentStatus, { teams }: ServiceContext): StatusAnswer {
  const { status, since, receivedAt, contactBy, team } = found;
  const told = { status, since, receivedAt, team: team.name };
  return isBeforeContact(found)
    ? { ...told, next: teams.find(({ id }) => id === team.id)?.next ?? '', contactBy }
    : { ...told, next: '' };
}
