import * as z from 'zod/mini';
import type { Answers } from '../../src/referral/contract/questions/answers.js';
import type { Audience, ReferralSource } from '../../src/core/service/audience.js';
import type { Receipt } from '../../src/referral/contract/receipt.js';
import type { ReferralActivity } from '../../src/referral/contract/referral.js';
import {
  type SetStatus,
  type StatusRequest,
  referralStatuses,
} from '../../src/status/contract/referral-status.js';
import { type StoredConsent, StoredReferral } from '../../src/referral/contract/stored-referral.js';
import type { Database, Queries } from '../database/database.js';
import { type Attempt, receiptFor, storeOnce } from '../database/idempotency.js';
import { isoTime } from '../database/iso-time.js';
import { type Page, pageOf } from '../database/page-cursor.js';
import { newReference } from '../database/reference.js';

/** A referral that is about to be stored. */
export interface NewReferral {
  readonly service: string;
  readonly partner: string;
  readonly receivedAt: string;
  readonly contactBy: string;
  readonly for: Audience;
  readonly source: ReferralSource;
  readonly team: { readonly id: string } & NonNullable<Receipt['team']>;
  readonly language: string;
  readonly answers: Answers;
  readonly consents: readonly StoredConsent[];
  readonly activity?: ReferralActivity;
}

/** A referral as it was stored: it stays readable whatever is asked and accepted today. */
export const AnyReferral = z.object({
  ...StoredReferral.shape,
  for: z.string(),
  source: z.string(),
  answers: z.record(z.string(), z.unknown()),
});
export type AnyReferral = z.infer<typeof AnyReferral>;

/** The status of a referral, without personal data. */
const CurrentStatus = z.object({
  status: z.enum(referralStatuses),
  since: z.string(),
  receivedAt: z.string(),
  contactBy: z.string(),
  team: z.object({ id: z.string(), name: z.string() }),
});
export type CurrentStatus = z.infer<typeof CurrentStatus>;

export type ReferralStore = ReturnType<typeof referralStore>;

/** Stores referrals in PostgreSQL. */
export const referralStore = (database: Database, makeReference: () => string = newReference) => ({
  /** The stored response to an earlier attempt with the same key. */
  receiptFor: (service: string, key: string) => receiptFor(database, 'referral', service, key),

  /** Stores a referral, or returns the response to an earlier attempt with the same key. */
  add: (referral: NewReferral, attempt: Attempt) =>
    database.transaction((queries) =>
      storeOnce(queries, {
        table: 'referral',
        service: referral.service,
        attempt,
        makeReference,
        receipt: (reference) => receiptOf(referral, reference),
        insert: async (reference, receipt) => {
          const row = rowOf(referral, attempt, reference, receipt);
          const isNew = (await queries.query(insertReferral, row)).length > 0;
          if (isNew) await addConsents(queries, referral, reference);
          return isNew;
        },
      }),
    ),

  /** Referrals of a service, newest first, and where older ones start. */
  async list(service: string, { limit, before }: Page) {
    const rows = await database.query(
      `${selectReferrals}
       where service = $1 and ($3::timestamptz is null or (received_at, reference) < ($3, $4))
       order by received_at desc, reference desc limit $2`,
      [service, limit + 1, before?.receivedAt ?? null, before?.reference ?? null],
    );
    return pageOf(rows.map(referralIn), limit);
  },

  /** One referral of a service. */
  find: (service: string, reference: string) => find(database, service, reference),

  /** The status of a referral; `undefined` if the reference is unknown or the date of birth does not match. */
  async findStatus(service: string, { reference, birth }: StatusRequest) {
    const [row] = await database.query(
      `select status, ${isoTime('received_at')} as "receivedAt", to_char(contact_by, 'YYYY-MM-DD') as "contactBy",
         jsonb_build_object('id', team, 'name', team_name) as team,
         ${isoTime(`coalesce((
           select s.at from referral_status s
           where (s.service, s.reference) = (r.service, r.reference)
           order by position desc limit 1), received_at)`)} as since
       from referral r
       where service = $1 and reference = $2 and answers -> 'birth' ->> 'date' = $3`,
      [service, reference, birth],
    );
    return row === undefined ? undefined : z.parse(CurrentStatus, row);
  },

  /** Sets the status of a referral and records who set it; `undefined` if the service has none with that reference. */
  setStatus: (
    service: string,
    reference: string,
    { status, by, note, at }: SetStatus & { readonly at: Date },
  ) =>
    database.transaction(async (queries) => {
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
      return find(queries, service, reference);
    }),
});

function receiptOf({ receivedAt, contactBy, team }: NewReferral, reference: string): Receipt {
  const { name, next, capacity } = team;
  return { reference, receivedAt, contactBy, team: { name, next, capacity } };
}

const insertReferral = `
  insert into referral (service, reference, partner, received_at, contact_by, language, for_whom,
    answers, idempotency_key, body_sha256, receipt, activity, source, team, team_name)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  on conflict do nothing
  returning reference`;

const rowOf = (
  referral: NewReferral,
  { key, bodySha256 }: Attempt,
  reference: string,
  receipt: string,
): readonly unknown[] => [
  referral.service,
  reference,
  referral.partner,
  referral.receivedAt,
  referral.contactBy,
  referral.language,
  referral.for,
  JSON.stringify(referral.answers),
  key,
  bodySha256,
  receipt,
  referral.activity === undefined ? null : JSON.stringify(referral.activity),
  referral.source,
  referral.team.id,
  referral.team.name,
];

async function addConsents(
  queries: Queries,
  { service, consents }: NewReferral,
  reference: string,
): Promise<void> {
  await queries.query(
    `insert into consent (service, reference, position, consent_id, given, version, words, text_sha256, at, reason)
     select $1, $2, row_number() over (), *
     from unnest($3::text[], $4::boolean[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[])`,
    [
      service,
      reference,
      consents.map(({ id }) => id),
      consents.map(({ given }) => given),
      consents.map(({ version }) => version),
      consents.map(({ text }) => text),
      consents.map(({ textSha256 }) => textSha256),
      consents.map(({ at }) => at),
      consents.map(({ reason }) => reason ?? null),
    ],
  );
}

// Answers are added at the end, so that nothing is left out of them.
const selectReferrals = `
  select jsonb_strip_nulls(jsonb_build_object(
    'reference', reference, 'receivedAt', ${isoTime('received_at')}, 'contactBy', contact_by,
    'partner', partner, 'for', for_whom, 'source', source, 'language', language, 'status', status,
    'team', jsonb_build_object('id', team, 'name', team_name), 'activity', activity,
    'history', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'status', s.status, 'at', ${isoTime('s.at')}, 'by', set_by, 'note', note) order by position), '[]')
      from referral_status s where (s.service, s.reference) = (r.service, r.reference)),
    'consents', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', consent_id, 'given', given, 'version', version, 'text', words, 'textSha256', text_sha256,
        'at', ${isoTime('c.at')}, 'reason', reason) order by position), '[]')
      from consent c where (c.service, c.reference) = (r.service, r.reference))
    )) || jsonb_build_object('answers', answers) as referral
  from referral r`;

const Row = z.object({ referral: AnyReferral });

const referralIn = (row: unknown): AnyReferral => z.parse(Row, row).referral;

async function find(
  queries: Queries,
  service: string,
  reference: string,
): Promise<AnyReferral | undefined> {
  const [row] = await queries.query(`${selectReferrals} where service = $1 and reference = $2`, [
    service,
    reference,
  ]);
  return row === undefined ? undefined : referralIn(row);
}
