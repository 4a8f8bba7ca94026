import type { FieldIssue } from '../contract/problem.js';

/** Why a request failed. Each kind stands for what the person can do about it. */
export type Failure =
  /** No connection: check it and try again. */
  | { readonly kind: 'offline' }
  /** No response in time: try again. */
  | { readonly kind: 'timeout' }
  /** We cancelled the request; nothing is shown. */
  | { readonly kind: 'cancelled' }
  /** The backend rejected some answers: correct them. */
  | { readonly kind: 'rejected'; readonly issues: readonly FieldIssue[] }
  /** The service cannot take a referral of this person. */
  | { readonly kind: 'not-eligible'; readonly issues: readonly FieldIssue[] }
  /** The backend refuses the request, and would again: phone instead. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The backend is unavailable: try again later, or phone. */
  | { readonly kind: 'unavailable'; readonly status: number }
  /** The response does not match the contract: phone instead. */
  | { readonly kind: 'unreadable' };
