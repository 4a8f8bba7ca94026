import { reportActivity } from '../../src/directory/contract/endpoints.js';
import { ActivityReport, type ReportReceipt } from '../../src/directory/contract/directory.js';
import { listActivityReports } from '../../src/directory/contract/staff-endpoints.js';
import type { Deployment } from '../settings/deployment-schema.js';
import { requirePartner, requireStaff, type StaffTokens } from '../http/middleware/guards.js';
import { invalid, problem } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
import { refuse } from '../http/responses/refuse.js';
import type { Route } from '../http/route.js';
import type { ServiceContext } from '../settings/service-context.js';
import type { ActivityStore } from '../directory/contract/activity-store.js';
import type { ReportPage, ReportStore } from './report-store.js';

interface Dependencies {
  readonly deployment: Deployment;
  readonly activities: ActivityStore;
  readonly reports: ReportStore;
  readonly staffTokens: StaffTokens;
  readonly now: () => Date;
}

/** Takes reports of mistakes in the directory and lists them for staff. */
export const reportRoutes = (
  serviceContexts: ReadonlyMap<string, ServiceContext>,
  { deployment, activities, reports, staffTokens, now }: Dependencies,
): readonly Route[] => [
  {
    ...reportActivity,
    guards: [requirePartner(serviceContexts)],
    handle: async (context) => {
      const serviceContext = context.get('serviceContext');
      const body = await readAs(ActivityReport, context.req.raw);
      if (!serviceContext) return problem(404);
      if (!body.ok) return refuse(body.failure);
      const { service, partner } = serviceContext;
      const activity = await activities.find(service.id, body.value.activity);
      if (!activity) return invalid([{ field: 'activity', code: 'report.activity.unknown' }]);
      const receivedAt = now();
      const about = { service: service.id, partner: partner.id, activityName: activity.name };
      await reports.add({ ...body.value, ...about, receivedAt });
      const receipt: ReportReceipt = { receivedAt: receivedAt.toISOString() };
      return Response.json(receipt, { status: 201 });
    },
  },
  {
    ...listActivityReports,
    guards: [requireStaff(deployment.services, staffTokens)],
    handle: async (context) => {
      const page = readPage(new URL(context.req.url).searchParams);
      return page
        ? Response.json(await reports.list(context.get('staffOf')?.id ?? '', page))
        : problem(400, { detail: 'Give as “before” the “next” of an earlier answer.' });
    },
  },
];

const perPage = 50;

function readPage(query: URLSearchParams): ReportPage | undefined {
  const before = query.get('before');
  if (before === null) return { limit: perPage, before: undefined };
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)~([\w-]{36})$/.exec(before) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return undefined;
  return { limit: perPage, before: { at, id } };
}
