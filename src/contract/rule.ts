import type { Rule } from './answer-shape.js';

const isGiven = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);

/** Whether members are as a rule of their answer wants them. */
export const isMet = (
  { needs, unless, where }: Rule,
  members: Readonly<Record<string, unknown>>,
): boolean =>
  isGiven(members[needs]) ||
  (unless !== undefined && isGiven(members[unless])) ||
  (where !== undefined && members[where[0]] !== where[1]);
