import type { FieldIssue } from '../contract/problem.js';

/** Why a call did not come out well, named by what a person can do about it. */
export type Failure =
  /** Nothing could be reached: look at the connection, try again. */
  | { readonly kind: 'offline' }
  /** No answer in time: try again. */
  | { readonly kind: 'timeout' }
  /** We stopped asking; nobody needs to know. */
  | { readonly kind: 'cancelled' }
  /** The backend found something wrong with the answers: mend them. */
  | { readonly kind: 'rejected'; readonly issues: readonly FieldIssue[] }
  /** The service cannot take this person. */
  | { readonly kind: 'not-eligible'; readonly issues: readonly FieldIssue[] }
  /** The backend will not do this, however often it is asked: call instead. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The backend is in trouble: try again later, or call. */
  | { readonly kind: 'unavailable'; readonly status: number }
  /** What came back is not what was agreed: call instead. */
  | { readonly kind: 'unreadable' };
