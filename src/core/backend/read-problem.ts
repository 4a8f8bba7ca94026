import { Problem, notEligibleType } from '../contract/problem.js';
import type { Failure } from './failure.js';

/** Reads the failure from the body of a 422 response; `undefined` if it names no field. */
export function readProblem(json: unknown): Failure | undefined {
  const problem = Problem.safeParse(json);
  if (!problem.success) return undefined;
  const { type, errors: issues = [] } = problem.data;
  if (issues.length === 0) return undefined;
  return { kind: type === notEligibleType ? 'not-eligible' : 'rejected', issues };
}
