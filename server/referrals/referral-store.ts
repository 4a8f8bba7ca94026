import type { Answers } from '../../src/referral/contract/questions/answers.js';
import type { Audience, ReferralSource } from '../../src/core/service/audience.js';
import type { Receipt } from '../../src/referral/contract/receipt.js';
import type { ReferralActivity } from '../../src/referral/contract/referral.js';
import type { SetStatus, StatusRequest } from '../../src/status/contract/referral-status.js';
import type { StoredConsent } from '../../src/referral/contract/stored-referral.js';
import { newReference } from '../database/reference.js';
import type { Database, Queries } from '../database/database.js';
import { type Attempt, type KeptReceipt, receiptFor, storeOnce } from '../database/idempotency.js';
import type { Page } from '../database/page-cursor.js';
import { findReferral, listReferrals, type PageOf, type Stored } from './read-referrals.js';
import { findStanding, setStatus, type Standing } from './status/status-store.js';

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

/** Where referrals are kept. */
export interface ReferralStore {
  /** The answer to an earlier attempt of that key. */
  receiptFor(service: string, key: string): Promise<KeptReceipt | undefined>;
  /** Stores a referral, unless an attempt of that key was stored before: then gives the answer to that one. */
  add(referral: NewReferral, attempt: Attempt): Promise<KeptReceipt>;
  list(service: string, page: Page): Promise<PageOf>;
  find(service: string, reference: string): Promise<Stored | undefined>;
  /** The status of a referral; `undefined` if the reference is unknown or the date of birth does not match. */
  standing(service: string, known: StatusRequest): Promise<Standing | undefined>;
  /** Sets the status of a referral; `undefined` if the service has none with that reference. */
  setStatus(
    service: string,
    reference: string,
    change: SetStatus & { readonly at: Date },
  ): Promise<Stored | undefined>;
}

/** Keeps referrals in PostgreSQL. */
export function referralStore(
  database: Database,
  makeReference: () => string = newReference,
): ReferralStore {
  return {
    receiptFor: (service, key) => receiptFor(database, 'referral', service, key),
    add: (referral, attempt) =>
      database.transaction((queries) => add(queries, referral, attempt, makeReference)),
    list: (service, page) => listReferrals(database, service, page),
    find: (service, reference) => findReferral(database, service, reference),
    standing: (service, known) => findStanding(database, service, known),
    setStatus: (service, reference, change) =>
      database.transaction((queries) => setStatus(queries, { service, reference }, change)),
  };
}

const add = (
  queries: Queries,
  referral: NewReferral,
  attempt: Attempt,
  makeReference: () => string,
): Promise<KeptReceipt> =>
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
