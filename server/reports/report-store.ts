import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import {
  type ActivityReport,
  StoredActivityReport,
  type StoredActivityReportPage,
} from '../../src/directory/contract/directory.js';
import type { Database } from '../database/database.js';

/** A report with the data that the backend adds. */
export interface NewReport extends ActivityReport {
  readonly service: string;
  readonly partner: string;
  readonly activityName: string;
  readonly receivedAt: Date;
}

/** The page of reports to return, newest first. */
export interface ReportPage {
  readonly limit: number;
  readonly before: { readonly at: string; readonly id: string } | undefined;
}

/** Stores reports of mistakes in the directory. */
export interface ReportStore {
  add(report: NewReport): Promise<void>;
  list(service: string, page: ReportPage): Promise<StoredActivityReportPage>;
}

/** Stores reports in PostgreSQL. */
export const reportStore = (database: Database): ReportStore => ({
  add: async ({ service, partner, activity, activityName, kind, text, receivedAt }) => {
    await database.query('insert into activity_report values ($1, $2, $3, $4, $5, $6, $7, $8)', [
      service,
      randomUUID(),
      receivedAt.toISOString(),
      partner,
      activity,
      activityName,
      kind,
      text ?? null,
    ]);
  },
  list: (service, page) => list(database, service, page),
});

async function list(
  database: Database,
  service: string,
  { limit, before }: ReportPage,
): Promise<StoredActivityReportPage> {
  const rows = await database.query(
    `select jsonb_strip_nulls(jsonb_build_object('id', id,
       'receivedAt', to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
       'partner', partner, 'activity', activity, 'activityName', activity_name, 'kind', kind,
       'text', words)) as report
     from activity_report
     where service = $1 and ($2::timestamptz is null or (received_at, id) < ($2::timestamptz, $3))
     order by received_at desc, id desc limit $4`,
    [service, before?.at ?? null, before?.id ?? '', limit + 1],
  );
  const found = rows.map((row) => z.parse(z.object({ report: StoredActivityReport }), row).report);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    ...(last && found.length > limit ? { next: `${last.receivedAt}~${last.id}` } : {}),
  };
}
