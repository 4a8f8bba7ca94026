import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import type { Shape } from '../../src/contract/answer-shape.js';
import { type FieldIssue, fieldIssues } from '../../src/contract/problem.js';
import { readShape } from '../../src/contract/read-shape.js';
import { schemaOf } from '../../src/contract/schema-of-shape.js';
import { type Result, failed, ok } from '../../src/shared/result.js';

/** Reads a value by a shape and by the schema of it, which must say the same. */
export function readBoth(shape: Shape, value: unknown): Result<unknown, readonly FieldIssue[]> {
  const read = readShape(shape, value);
  const parsed = z.safeParse(schemaOf(shape), value);
  const other = parsed.success ? ok(parsed.data) : failed(fieldIssues(parsed.error));
  assert.deepEqual(read, other, JSON.stringify(value));
  return read;
}
