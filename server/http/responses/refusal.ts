import type { Ineligible } from '../../../src/referral/contract/eligibility.js';
import type { FieldIssue } from '../../../src/core/contract/problem.js';

/** Why a request is rejected, independent of the response. */
export type Refusal =
  /** The content type is not JSON. */
  | { readonly kind: 'not-json' }
  /** The body is larger than the limit. */
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** The body cannot be read. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** Fields are missing or invalid. */
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] }
  /** The service cannot accept this person. */
  | { readonly kind: 'not-eligible'; readonly reason: Ineligible }
  /** There is no valid `Idempotency-Key`; `what` names the submission that needs one, such as “referral”. */
  | { readonly kind: 'no-idempotency-key'; readonly what: string }
  /** The `Idempotency-Key` was already used with another body. */
  | { readonly kind: 'idempotency-key-reused'; readonly what: string };
