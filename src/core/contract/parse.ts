import type * as z from 'zod/mini';
import { type Result, failed, ok } from '../result.js';
import type { FieldIssue } from './problem.js';

/** Parses a value with its schema; otherwise returns what is wrong with which field. */
export function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): Result<z.output<Schema>, readonly FieldIssue[]> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : failed(once(parsed.error.issues.flatMap(fieldIssues)));
}

function fieldIssues(issue: z.core.$ZodIssue): readonly FieldIssue[] {
  const at = (...more: readonly PropertyKey[]): string =>
    [...issue.path, ...more].map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: at(key), code: 'field.unknown' }));
  // Any other message comes from the library.
  const code = /^[a-z]\w*(\.[\w-]+)+$/i.test(issue.message) ? issue.message : 'field.shape';
  const limit = issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {};
  return [{ field: at(), code, ...limit }];
}

// Several rules of a schema may report the same issue.
const once = (issues: readonly FieldIssue[]): readonly FieldIssue[] =>
  issues.filter(
    ({ field, code }, index) =>
      issues.findIndex((one) => one.field === field && one.code === code) === index,
  );
