import type { Ineligible } from '../../../src/referral/contract/eligibility.js';
import type { FieldIssue } from '../../../src/core/contract/problem.js';

/** Why a request cannot be accepted, whatever the answer that says so looks like. */
export type Refusal =
  /** The body is not announced as plain JSON. */
  | { readonly kind: 'not-json' }
  /** The body has more bytes than are read. */
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** The body cannot be read. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  /** Fields are missing or wrong. */
  | { readonly kind: 'invalid'; readonly issues: readonly FieldIssue[] }
  /** The service cannot take this person. */
  | { readonly kind: 'not-eligible'; readonly reason: Ineligible }
  /** There is no usable `Idempotency-Key`; `what` names what each needs one of, such as “referral”. */
  | { readonly kind: 'no-idempotency-key'; readonly what: string }
  /** The `Idempotency-Key` came with another body before. */
  | { readonly kind: 'idempotency-key-reused'; readonly what: string };
