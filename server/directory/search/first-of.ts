import { type Bitmap, type Packed, forEach, narrow } from './index/bitmap.js';

/** The position of an activity in a list: by a key, smallest first, then by its number, which is unique. */
export interface Rank {
  readonly key: number;
  readonly ord: number;
}

/** The order of a list. */
export interface Order {
  /** The key of an activity; the smallest comes first. */
  readonly keyOf: (ord: number) => number;
  readonly tiers: readonly Bitmap[];
}

const isBefore = (one: Rank, key: number, ord: number): boolean =>
  one.key < key || (one.key === key && one.ord < ord);

/** The requested part of a list: at most this many, after the end of the previous page. */
export interface Stretch {
  readonly most: number;
  readonly after: Rank | undefined;
}

/**
 * The first activities of a set in an order, without sorting the rest.
 * @param tiers sets, each within the next, whose members come before all others: the first one fills most pages, so
 *   that the rest need not be examined
 */
export function firstOf(found: Packed, { keyOf, tiers }: Order, stretch: Stretch): readonly Rank[] {
  for (const tier of tiers) {
    const first = firstBy(narrow(found, [tier]), keyOf, stretch);
    if (first.length === stretch.most) return first;
  }
  return firstBy(found, keyOf, stretch);
}

function firstBy(
  found: Packed,
  keyOf: (ord: number) => number,
  { most, after }: Stretch,
): readonly Rank[] {
  const first: Rank[] = [];
  let last: Rank | undefined;
  forEach(found, (ord) => {
    const key = keyOf(ord);
    // Most activities of a large set end here.
    if (last && isBefore(last, key, ord)) return;
    if (after && !isBefore(after, key, ord)) return;
    insert(first, { key, ord });
    if (first.length > most) first.pop();
    if (first.length === most) last = first.at(-1);
  });
  return first;
}

function insert(sorted: Rank[], one: Rank): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there && isBefore(there, one.key, one.ord)) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, one);
}
