import * as z from 'zod/mini';
import {
  ActivitySuggestion,
  StoredSuggestion,
  type SuggestionDecision,
  suggestionStates,
} from '../../src/suggestion/contract/activity-suggestion.js';
import { newReference } from '../database/reference.js';
import { suggestedId } from './suggested-activity.js';
import type { Database } from '../database/database.js';
import { type Attempt, receiptFor, storeOnce } from '../database/idempotency.js';
import { type Page, pageOf } from '../database/page-cursor.js';

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

const decisionCount = 'coalesce(sum(jsonb_array_length(decisions)), 0)::int as decisions';

export type SuggestionStore = ReturnType<typeof suggestionStore>;

/** Stores suggested activities in PostgreSQL. */
export const suggestionStore = (
  database: Database,
  makeReference: () => string = newReference,
) => ({
  /** The stored response to an earlier attempt with the same key. */
  receiptFor: (service: string, key: string) =>
    receiptFor(database, 'activity_suggestion', service, key),

  /** Stores a suggestion, or returns the response to an earlier attempt with the same key. */
  add: ({ service, partner, receivedAt, suggestion }: NewSuggestion, attempt: Attempt) =>
    storeOnce(database, {
      table: 'activity_suggestion',
      service,
      attempt,
      makeReference,
      receipt: (reference) => ({ reference, receivedAt }),
      insert: async (reference, receipt) => {
        const rows = await database.query(
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
    }),

  /** Suggestions of a service, newest first. */
  async list(service: string, { limit, before, state }: SuggestionPage) {
    const rows = await database.query(
      `select ${columns} from activity_suggestion
       where service = $1 and ($3::timestamptz is null or (received_at, reference) < ($3, $4))
         and ($5::text is null or state = $5)
       order by received_at desc, reference desc limit $2`,
      [service, limit + 1, before?.receivedAt ?? null, before?.reference ?? null, state ?? null],
    );
    return pageOf(rows.map(fromRow), limit);
  },

  /** Stores a decision; returns the updated suggestion if the service has it. */
  async decide(
    service: string,
    reference: string,
    { decision, by, note, at }: SuggestionDecision & { readonly at: Date },
  ) {
    const kept = { decision, at: at.toISOString(), by, ...(note === undefined ? {} : { note }) };
    const [row] = await database.query(
      `update activity_suggestion set state = $3, decisions = decisions || $4::jsonb
       where service = $1 and reference = $2 returning ${columns}`,
      [service, reference, decision === 'accept' ? 'accepted' : 'declined', JSON.stringify([kept])],
    );
    return row === undefined ? undefined : fromRow(row);
  },

  /** All accepted suggestions, and the number of decisions at that moment: both from one statement. */
  async accepted(service: string) {
    const [row] = await database.query(
      `select ${decisionCount}, coalesce(jsonb_agg(jsonb_build_object('reference', reference,
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
  },

  /** How many decisions there have been about all suggestions of a service. */
  async countDecisions(service: string) {
    const [row] = await database.query(
      `select ${decisionCount} from activity_suggestion where service = $1`,
      [service],
    );
    return z.parse(z.pick(AcceptedRow, { decisions: true }), row).decisions;
  },
});
