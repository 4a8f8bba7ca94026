import type { FilterName } from '../../src/contract/activity-query.js';
import { type FixedFilter, fixedBits, maskOf } from '../activities/filter-bits.js';

/** A value of a filter and the condition under which a row has it. */
export interface Countable {
  readonly name: FilterName;
  readonly value: string;
  readonly condition: string;
}

/** The number of an open value: table activity_value. */
export interface OpenValue {
  readonly kind: 'category' | 'language';
  readonly value: string;
  readonly bit: number;
}

const bit = (column: string, mask: bigint | number): string => `${column} & ${mask} <> 0`;

/** Every value that can be counted. Masks are numbers of our own making, so they may stand in SQL as they are. */
export const countables = (open: readonly OpenValue[]): readonly Countable[] => [
  ...fixedBits.map(({ name, value, bit: at }) => ({
    name,
    value,
    condition: bit('fixed_bits', 1 << at),
  })),
  ...open.map(({ kind, value, bit: at }) => ({
    name: kind,
    value,
    condition: bit(`${kind}_bits`, 1n << BigInt(at)),
  })),
];

/** The condition under which a row passes a filter. */
export function passes(
  name: FilterName,
  values: readonly string[],
  open: readonly OpenValue[],
): string {
  if (name === 'category' || name === 'language') {
    const mask = open
      .filter(({ kind, value }) => kind === name && values.includes(value))
      .reduce((all, one) => all | (1n << BigInt(one.bit)), 0n);
    return bit(`${name}_bits`, mask);
  }
  const mask = maskOf(name satisfies FixedFilter, values);
  return name === 'access' ? `fixed_bits & ${mask} = ${mask}` : bit('fixed_bits', mask);
}
