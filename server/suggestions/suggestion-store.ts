import * as z from 'zod/mini';
import {
  ActivitySuggestion,
  StoredSuggestion,
  type StoredSuggestionPage,
  type SuggestionDecision,
  suggestionStates,
} from '../../src/suggestion/contract/activity-suggestion.js';
import { newReference } from '../database/reference.js';
import { type Accepted, suggestedId } from './suggested-activity.js';
import type { Database, Queries } from '../database/database.js';
import { type Attempt, type KeptReceipt, receiptFor, storeOnce } from '../database/idempotency.js';
import { type Page, toCursor } from '../database/page-cursor.js';

/** A suggestion to be stored. */
export interface NewSuggestion {
  readonly service: string;
  readonly partner: string;
  readonly receivedAt: string;
  readonly suggestion: ActivitySuggestion;
}

/** The page of suggestions to return. */
export interface SuggestionPage extends Page {
  readonly state?: StoredSuggestion['state'] | undefined;
}

/** All accepted suggestions, and the number of decisions at that moment. */
export interface AllAccepted {
  readonly accepted: readonly Accepted[];
  readonly decisions: number;
}

/** Stores suggested activities. */
export interface SuggestionStore {
  /** The stored response to an earlier attempt with the same key. */
  receiptFor(service: string, key: string): Promise<KeptReceipt | undefined>;
  /** Stores a suggestion, or returns the response to an earlier attempt with the same key. */
  add(suggestion: NewSuggestion, attempt: Attempt): Promise<KeptReceipt>;
  /** Suggestions of a service, newest first. */
  list(service: string, page: SuggestionPage): Promise<StoredSuggestionPage>;
  /** Stores a decision; returns the updated suggestion if the service has it. */
  decide(
    service: string,
    reference: string,
    decision: SuggestionDecision & { readonly at: Date },
  ): Promise<StoredSuggestion | undefined>;
  accepted(service: string): Promise<AllAccepted>;
  countDecisions(service: string): Promise<number>;
}

/** Stores suggestions in PostgreSQL. */
export const suggestionStore = (
  database: Database,
  makeReference: () => string = newReference,
): SuggestionStore => ({
  receiptFor: (service, key) => receiptFor(database, 'activity_suggestion', service, key),
  add: (suggestion, attempt) => add(database, suggestion, attempt, makeReference),
  list: (service, page) => list(database, service, page),
  decide: (service, reference, decision) => decide(database, service, reference, decision),
  accepted: (service) => accepted(database, service),
  countDecisions: (service) => countDecisions(database, service),
});

function add(
  queries: Queries,
  { service, partner, receivedAt, suggestion }: NewSuggestion,
  attempt: Attempt,
  makeReference: () => string,
): Promise<KeptReceipt> {
  return storeOnce(queries, {
    table: 'activity_suggestion',
    service,
    attempt,
    makeReference,
    receipt: (reference) => ({ reference, receivedAt }),
    insert: async (reference, receipt) => {
      const rows = await queries.query(
        `insert into activity_suggestion (service, reference, received_at, partner, suggestion,
           idempotency_key, body_sha256, receipt)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict do nothing returning reference`,
        [
          service,
          reference,
          receivedAt,
          partner,
          JSON.stringify(suggestion),
          attempt.key,
          attempt.bodySha256,
          receipt,
        ],
      );
      return rows.length > 0;
    },
  });
}

const Decisions = StoredSuggestion.shape.decisions;

const Row = z.object({
  service: z.string(),
  reference: z.string(),
  received_at: z.date(),
  partner: z.string(),
  state: z.enum(suggestionStates),
  suggestion: ActivitySuggestion,
  decisions: Decisions,
});

const columns = 'service, reference, received_at, partner, state, suggestion, decisions';

function fromRow(row: unknown): StoredSuggestion {
  const { service, received_at, ...rest } = z.parse(Row, row);
  return {
    ...rest,
    receivedAt: received_at.toISOString(),
    ...(rest.state === 'accepted' ? { activity: suggestedId(service, rest.reference) } : {}),
  };
}

async function list(
  queries: Queries,
  service: string,
  { limit, before, state }: SuggestionPage,
): Promise<StoredSuggestionPage> {
  const rows = await queries.query(
    `select ${columns} from activity_suggestion
     where service = $1 and ($3::timestamptz is null or (received_at, reference) < ($3, $4))
       and ($5::text is null or state = $5)
     order by received_at desc, reference desc limit $2`,
    [service, limit + 1, before?.receivedAt ?? null, before?.reference ?? null, state ?? null],
  );
  const items = rows.slice(0, limit).map(fromRow);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return last ? { items, next: toCursor(last) } : { items };
}

async function decide(
  queries: Queries,
  service: string,
  reference: string,
  { decision, by, note, at }: SuggestionDecision & { readonly at: Date },
): Promise<StoredSuggestion | undefined> {
  const kept = { decision, at: at.toISOString(), by, ...(note === undefined ? {} : { note }) };
  const [row] = await queries.query(
    `update activity_suggestion set state = $3, decisions = decisions || $4::jsonb
     where service = $1 and reference = $2 returning ${columns}`,
    [service, reference, decision === 'accept' ? 'accepted' : 'declined', JSON.stringify([kept])],
  );
  return row === undefined ? undefined : fromRow(row);
}

const Count = z.object({ decisions: z.number() });

const AcceptedRow = z.object({
  decisions: z.number(),
  accepted: z.array(
    z.object({
      reference: z.string(),
      suggestion: ActivitySuggestion,
      receivedAt: z.string(),
      decisions: Decisions,
    }),
  ),
});

const howMany = 'coalesce(sum(jsonb_array_length(decisions)), 0)::int as decisions';

// One statement, so that both are from the same moment.
async function accepted(queries: Queries, service: string): Promise<AllAccepted> {
  const [row] = await queries.query(
    `select ${howMany}, coalesce(jsonb_agg(jsonb_build_object('reference', reference,
       'suggestion', suggestion, 'receivedAt', receipt::jsonb ->> 'receivedAt', 'decisions', decisions)
       order by reference) filter (where state = 'accepted'), '[]') as accepted
     from activity_suggestion where service = $1`,
    [service],
  );
  const found = z.parse(AcceptedRow, row);
  return {
    decisions: found.decisions,
    accepted: found.accepted.map(({ decisions, ...rest }) => ({
      ...rest,
      acceptedAt: decisions.at(-1)?.at ?? rest.receivedAt,
    })),
  };
}

async function countDecisions(queries: Queries, service: string): Promise<number> {
  const [row] = await queries.query(
    `select ${howMany} from activity_suggestion where service = $1`,
    [service],
  );
  return z.parse(Count, row).decisions;
}
