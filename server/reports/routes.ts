import { reportActivity } from '../../src/directory/contract/endpoints.js';
import { ActivityReport, type ReportReceipt } from '../../src/directory/contract/directory.js';
import { listActivityReports } from '../../src/directory/contract/staff-endpoints.js';
import type { Deployment } from '../settings/deployment-schema.js';
import {
  requirePartner,
  requireStaff,
  serviceContextOf,
  staffServiceOf,
  type StaffTokens,
} from '../http/middleware/guards.js';
import { refuse, refuseFields } from '../http/responses/problem.js';
import { readAs } from '../http/read-body.js';
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
      const { service, partner } = serviceContextOf(context);
      const body = await readAs(ActivityReport, context.req.raw);
      const activity =
        (await activities.find(service.id, body.activity)) ??
        refuseFields([{ field: 'activity', code: 'report.activity.unknown' }]);
      const receivedAt = now();
      const about = { service: service.id, partner: partner.id, activityName: activity.name };
      await reports.add({ ...body, ...about, receivedAt });
      const receipt: ReportReceipt = { receivedAt: receivedAt.toISOString() };
      return Response.json(receipt, { status: 201 });
    },
  },
  {
    ...listActivityReports,
    guards: [requireStaff(deployment.services, staffTokens)],
    handle: async (context) => {
      const page =
        readPage(context.req.query('before')) ??
        refuse(400, { detail: 'Give as “before” the “next” of an earlier answer.' });
      return Response.json(await reports.list(staffServiceOf(context).id, page));
    },
  },
];

const perPage = 50;

function readPage(before: string | undefined): ReportPage | undefined {
  if (before === undefined) return { limit: perPage, before: undefined };
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)~([\w-]{36})$/.exec(before) ?? [];
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return undefined;
  return { limit: perPage, before: { at, id } };
}
