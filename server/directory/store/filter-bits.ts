import type { Activity } from '../../../src/directory/contract/activity.js';
import { filterValues } from '../../../src/directory/contract/activity-query.js';
import { valuesOf } from '../../../src/directory/contract/activity-values.js';

/** The filters with the same values in every directory. */
export type FixedFilter = 'day' | 'time' | 'free' | 'age' | 'attendance' | 'access' | 'self';

const fixed: readonly FixedFilter[] = [
  'day',
  'time',
  'free',
  'age',
  'attendance',
  'access',
  'self',
];

/** The bit of every fixed value. Stored data depends on the order: new values go to the end. */
export const fixedBits: readonly {
  readonly name: FixedFilter;
  readonly value: string;
  readonly bit: number;
}[] = fixed
  .flatMap((name) => filterValues[name].map((value) => ({ name, value })))
  .map((one, bit) => ({ ...one, bit }));

/** The bits of values of a filter. */
export const maskOf = (name: FixedFilter, values: readonly string[]): number =>
  fixedBits
    .filter((one) => one.name === name && values.includes(one.value))
    .reduce((mask, { bit }) => mask | (1 << bit), 0);

/** The bits of an activity. */
export function bitsOf(activity: Activity): number {
  const values = valuesOf(activity);
  return fixed.reduce((mask, name) => mask | maskOf(name, values[name]), 0);
}
