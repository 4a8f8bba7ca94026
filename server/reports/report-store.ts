import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import {
  type ActivityReport,
  StoredActivityReport,
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

const Row = z.object({ report: StoredActivityReport });

export type ReportStore = ReturnType<typeof reportStore>;

/** Stores reports of mistakes in the directory in PostgreSQL. */
export const reportStore = (database: Database) => ({
  async add({ service, partner, activity, activityName, kind, text, receivedAt }: NewReport) {
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

  /** Reports to a service, newest first. */
  async list(service: string, { limit, before }: ReportPage) {
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
    const found = rows.map((row) => z.parse(Row, row).report);
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return last ? { items, next: `${last.receivedAt}~${last.id}` } : { items };
  },
});
