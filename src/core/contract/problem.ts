import * as z from 'zod/mini';

/** One error in one field of a request. */
export const FieldIssue = z.object({
  /** Dotted path into the body, such as `answers.name.full`. */
  field: z.string(),
  /** The cause; also the key of the message that a person reads. */
  code: z.string(),
  /** The largest allowed length, where that is the cause. */
  limit: z.optional(z.number()),
  /** The cause in English. */
  detail: z.optional(z.string()),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

/** The problem type of a referral that the service cannot take. */
export const notEligibleType = '/problems/not-eligible';

/** The body of every error response: RFC 9457, with the invalid fields. */
export const Problem = z.object({
  /** `about:blank`, or a path of this API that names the kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldIssue)),
});
export type Problem = z.infer<typeof Problem>;
