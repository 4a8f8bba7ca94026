import * as z from 'zod/mini';
import { eachOnce } from './each-once.js';

/** One thing that is wrong with one field of a request. */
export const FieldIssue = z.object({
  /** Dotted path into the body, such as `answers.name.full`. */
  field: z.string(),
  /** Names the cause; also the key of the words that a person reads. */
  code: z.string(),
  /** The largest allowed length, where that is the cause. */
  limit: z.optional(z.number()),
  /** The cause in English. */
  detail: z.optional(z.string()),
});
export type FieldIssue = z.infer<typeof FieldIssue>;

/** The body of every error answer: RFC 9457, with the fields at fault. */
export const Problem = z.object({
  /** `about:blank`, or a path of this API that names the kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(FieldIssue)),
});
export type Problem = z.infer<typeof Problem>;

/** Turns what a schema found into issues, each once; paths start with `prefix`. */
export function fieldIssues(
  error: Readonly<z.core.$ZodError>,
  prefix: readonly PropertyKey[] = [],
): readonly FieldIssue[] {
  const issues = error.issues.flatMap((issue): readonly FieldIssue[] => {
    const path = (more: readonly PropertyKey[]): string =>
      [...prefix, ...issue.path, ...more].map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: path([key]), code: 'field.unknown' }));
    const code = /^[a-z][\w.-]*$/i.test(issue.message) ? issue.message : 'field.shape';
    const limit = issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {};
    return [{ field: path([]), code, ...limit }];
  });
  return eachOnce(issues);
}
