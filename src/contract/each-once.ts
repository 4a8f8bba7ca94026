import type { FieldIssue } from './problem.js';

/** Issues, each of one field and one cause once. */
export const eachOnce = (issues: readonly FieldIssue[]): readonly FieldIssue[] =>
  issues.filter(
    ({ field, code }, index) =>
      issues.findIndex((one) => one.field === field && one.code === code) === index,
  );
