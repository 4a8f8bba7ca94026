import * as z from 'zod/mini';
import { ReferralActivity } from '../../src/referral/contract/referral.js';
import { type StatusChange, referralStatuses } from '../../src/status/contract/referral-status.js';
import type { StoredConsent, StoredReferral } from '../../src/referral/contract/stored-referral.js';
import type { Queries } from '../database/database.js';
import { type Page, toCursor } from '../database/page-cursor.js';

// Answers are given as they were stored: a referral of last year must stay readable whatever is
// asked this year.
/** A referral as it is stored. */
export type Stored = Omit<StoredReferral, 'for' | 'source' | 'answers'> & {
  readonly for: string;
  readonly source: string;
  readonly answers: unknown;
};

/** Referrals, newest first, and where older ones start. */
export interface PageOf {
  readonly items: readonly Stored[];
  readonly next?: string;
}

const columns = `reference, partner, received_at, to_char(contact_by, 'YYYY-MM-DD') as contact_by,
  language, for_whom, source, team, team_name, status, answers, activity`;

/** Referrals of a service, newest first. */
export async function listReferrals(
  queries: Queries,
  service: string,
  { limit, before }: Page,
): Promise<PageOf> {
  const rows = await queries.query(
    `select ${columns} from referral
     where service = $1 and ($3::timestamptz is null or (received_at, reference) < ($3, $4))
     order by received_at desc, reference desc limit $2`,
    [service, limit + 1, before?.receivedAt ?? null, before?.reference ?? null],
  );
  const items = await whole(queries, service, rows.slice(0, limit));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: toCursor(last) } : { items };
}

/** One referral of a service. */
export async function findReferral(
  queries: Queries,
  service: string,
  reference: string,
): Promise<Stored | undefined> {
  const rows = await queries.query(
    `select ${columns} from referral where service = $1 and reference = $2`,
    [service, reference],
  );
  const [found] = await whole(queries, service, rows);
  return found;
}

const ReferralRow = z.object({
  reference: z.string(),
  partner: z.string(),
  received_at: z.date(),
  contact_by: z.string(),
  language: z.string(),
  for_whom: z.string(),
  source: z.string(),
  team: z.string(),
  team_name: z.string(),
  status: z.enum(referralStatuses),
  answers: z.unknown(),
  activity: z.nullable(ReferralActivity),
});

const ConsentRow = z.object({
  reference: z.string(),
  consent_id: z.string(),
  given: z.boolean(),
  version: z.string(),
  words: z.string(),
  text_sha256: z.string(),
  at: z.date(),
  reason: z.nullable(z.string()),
});

const ChangeRow = z.object({
  reference: z.string(),
  status: z.enum(referralStatuses),
  at: z.date(),
  set_by: z.string(),
  note: z.nullable(z.string()),
});

async function whole(
  queries: Queries,
  service: string,
  rows: readonly unknown[],
): Promise<readonly Stored[]> {
  const referrals = rows.map((row) => z.parse(ReferralRow, row));
  const values = [service, referrals.map(({ reference }) => reference)];
  const found = await queries.query(
    `select reference, consent_id, given, version, words, text_sha256, at, reason from consent
     where service = $1 and reference = any($2::text[]) order by reference, position`,
    values,
  );
  const consents = found.map((row) => z.parse(ConsentRow, row));
  const changes = await queries.query(
    `select reference, status, at, set_by, note from referral_status
     where service = $1 and reference = any($2::text[]) order by reference, position`,
    values,
  );
  const history = changes.map((row) => z.parse(ChangeRow, row));
  return referrals.map(
    ({ received_at, contact_by, for_whom, team, team_name, activity, ...rest }) => ({
      ...rest,
      team: { id: team, name: team_name },
      history: history.filter(({ reference }) => reference === rest.reference).map(toChange),
      receivedAt: received_at.toISOString(),
      contactBy: contact_by,
      for: for_whom,
      ...(activity ? { activity } : {}),
      consents: consents.filter(({ reference }) => reference === rest.reference).map(toConsent),
    }),
  );
}

const toConsent = (row: z.infer<typeof ConsentRow>): StoredConsent => ({
  id: row.consent_id,
  given: row.given,
  version: row.version,
  text: row.words,
  textSha256: row.text_sha256,
  at: row.at.toISOString(),
  ...(row.reason === null ? {} : { reason: row.reason }),
});

const toChange = ({ status, at, set_by: by, note }: z.infer<typeof ChangeRow>): StatusChange => ({
  status,
  at: at.toISOString(),
  by,
  ...(note === null ? {} : { note }),
});
