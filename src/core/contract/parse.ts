import type * as z from 'zod/mini';
import { type Result, failed, ok } from '../result.js';
import type { FieldIssue } from './problem.js';

/** A value as its schema wants it, or what is wrong with which of its fields. */
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
  // Any other message is that of the library, or of a page whose own copy of it is set up otherwise.
  const code = /^[a-z]\w*(\.[\w-]+)+$/i.test(issue.message) ? issue.message : 'field.shape';
  const limit = issue.code === 'too_big' ? { limit: Number(issue.maximum) } : {};
  return [{ field: at(), code, ...limit }];
}

// Several rules of a schema may find the same thing wrong.
const once = (issues: readonly FieldIssue[]): readonly FieldIssue[] =>
  issues.filter(
    ({ field, code }, index) =>
      issues.findIndex((one) => one.field === field && one.code === code) === index,
  );
