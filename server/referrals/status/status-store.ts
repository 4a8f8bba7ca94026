import * as z from 'zod/mini';
import {
  type ReferralStatus,
  type SetStatus,
  type StatusRequest,
  referralStatuses,
} from '../../../src/status/contract/referral-status.js';
import type { Queries } from '../../database/database.js';
import { findReferral, type Stored } from '../read-referrals.js';

/** The status of a referral, without personal data. */
export interface Standing {
  readonly status: ReferralStatus;
  readonly since: string;
  readonly receivedAt: string;
  readonly contactBy: string;
  readonly team: { readonly id: string; readonly name: string };
}

const Row = z.object({
  status: z.enum(referralStatuses),
  since: z.date(),
  received_at: z.date(),
  contact_by: z.string(),
  team: z.string(),
  team_name: z.string(),
});

/** Finds the status of a referral; `undefined` if the reference is unknown or the date of birth does not match. */
export async function findStanding(
  queries: Queries,
  service: string,
  { reference, birth }: StatusRequest,
): Promise<Standing | undefined> {
  const [found] = await queries.query(
    `select status, received_at, to_char(contact_by, 'YYYY-MM-DD') as contact_by, team, team_name,
       coalesce((select s.at from referral_status s
                 where s.service = r.service and s.reference = r.reference
                 order by position desc limit 1), received_at) as since
     from referral r
     where service = $1 and reference = $2 and answers -> 'birth' ->> 'date' = $3`,
    [service, reference, birth],
  );
  if (found === undefined) return undefined;
  const { status, since, received_at, contact_by, team, team_name } = z.parse(Row, found);
  return {
    status,
    since: since.toISOString(),
    receivedAt: received_at.toISOString(),
    contactBy: contact_by,
    team: { id: team, name: team_name },
  };
}

/** Sets the status of a referral, records who set it, and returns the referral if the service has it. */
export async function setStatus(
  queries: Queries,
  { service, reference }: { readonly service: string; readonly reference: string },
  { status, by, note, at }: SetStatus & { readonly at: Date },
): Promise<Stored | undefined> {
  // The row stays locked until the end, so that two changes at once get numbers one after the other.
  const changed = await queries.query(
    `update referral set status = $3 where service = $1 and reference = $2 returning reference`,
    [service, reference, status],
  );
  if (changed.length === 0) return undefined;
  await queries.query(
    `insert into referral_status (service, reference, position, status, at, set_by, note)
     select $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6 from referral_status
     where service = $1 and reference = $2`,
    [service, reference, status, at.toISOString(), by, note ?? null],
  );
  return findReferral(queries, service, reference);
}
