import { type FilterName, filterNames } from '../../src/contract/activity-query.js';
import { fixedBits } from '../activities/filter-bits.js';
import { type Bitmap, type Packed, add, emptyBitmap, forEach } from './bitmap.js';

/** Stands for a next date, in minutes, that nobody knows, or for metres to a venue that is not near. */
export const unknown = 2_147_483_647;

/** Stands for a day of the last check that nobody knows. */
export const neverChecked = -2_147_483_648;

/**
 * What a search has to know of each activity of a directory to judge and count it. Activities go by numbers, and
 * nothing in it says what they are.
 */
export interface DirectoryIndex {
  /** All numbers are below it. */
  readonly size: number;
  readonly all: Bitmap;
  /** Who has which value of which filter. */
  readonly values: ReadonlyMap<FilterName, ReadonlyMap<string, Bitmap>>;
  /** The same by number: 32 values in each column, of which `bitOf` tells where one is. */
  readonly columns: readonly Int32Array[];
  readonly bitOf: ReadonlyMap<FilterName, ReadonlyMap<string, number>>;
  /** Of use in the whole country: each place is covered. */
  readonly everywhere: Bitmap;
  /** Of use without going anywhere, and nobody said for which area. */
  readonly anywhere: Bitmap;
  /** Minutes since 1970 of the next date, by number. */
  readonly next: Int32Array;
  /** Days since 1970 of the last check, by number. */
  readonly checked: Int32Array;
}

/** A service's directory as it was at the revision of this number. */
export interface Snapshot {
  readonly service: string;
  readonly revision: number;
  readonly index: DirectoryIndex;
}

/** The number of an open filter value: table activity_value. */
export interface OpenValue {
  readonly kind: 'category' | 'language';
  readonly value: string;
  readonly bit: number;
}

/** Columns of the same activities, four bytes for each of them; `categories` and `languages` eight. */
export interface Columns {
  readonly ords: Buffer;
  readonly fixed: Buffer;
  readonly categories: Buffer;
  readonly languages: Buffer;
  readonly reach: Buffer;
  readonly next: Buffer;
  readonly checked: Buffer;
}

/** Bits of the column `reach`. */
export const reachBits = { everywhere: 1, anywhere: 2 } as const;

// Where the bits of open values begin: after the column of the fixed ones, two columns for each kind.
const firstBit = { category: 32, language: 96 } as const;

interface Builder {
  readonly index: DirectoryIndex;
  add(columns: Columns): void;
}

/** An empty index for numbers below `size`, to be filled bit by bit. */
export function buildIndex(size: number, open: readonly OpenValue[]): Builder {
  const bitmaps = (): Bitmap[] => Array.from({ length: 64 }, () => emptyBitmap(size));
  const fixed = fixedBits.map(() => emptyBitmap(size));
  const ofKind = { category: bitmaps(), language: bitmaps() };
  const byNumber = Array.from({ length: 5 }, () => new Int32Array(size));
  const { category, language } = ofKind;
  const sets = [fixed, category, category.slice(32), language, language.slice(32)];
  const index: DirectoryIndex = {
    size,
    all: emptyBitmap(size),
    values: new Map(
      filterNames.map((name) => [
        name,
        new Map([
          ...fixedBits.flatMap((one) => entry(one.name === name, one.value, fixed[one.bit])),
          ...open.flatMap((one) => entry(one.kind === name, one.value, ofKind[one.kind][one.bit])),
        ]),
      ]),
    ),
    columns: byNumber,
    bitOf: new Map(
      filterNames.map((name) => [
        name,
        new Map([
          ...fixedBits.flatMap((one) => (one.name === name ? [[one.value, one.bit] as const] : [])),
          ...open.flatMap((one) =>
            one.kind === name ? [[one.value, firstBit[one.kind] + one.bit] as const] : [],
          ),
        ]),
      ]),
    ),
    everywhere: emptyBitmap(size),
    anywhere: emptyBitmap(size),
    next: new Int32Array(size).fill(unknown),
    checked: new Int32Array(size).fill(neverChecked),
  };
  const addAll = (columns: Columns): void => {
    for (let row = 0; row * 4 < columns.ords.length; row += 1) {
      const ord = columns.ords.readInt32BE(row * 4);
      const reach = columns.reach.readInt32BE(row * 4);
      add(index.all, ord);
      if ((reach & reachBits.everywhere) !== 0) add(index.everywhere, ord);
      if ((reach & reachBits.anywhere) !== 0) add(index.anywhere, ord);
      index.next[ord] = columns.next.readInt32BE(row * 4);
      index.checked[ord] = columns.checked.readInt32BE(row * 4);
      const bits = [
        columns.fixed.readInt32BE(row * 4),
        columns.categories.readInt32BE(row * 8 + 4),
        columns.categories.readInt32BE(row * 8),
        columns.languages.readInt32BE(row * 8 + 4),
        columns.languages.readInt32BE(row * 8),
      ];
      for (const [at, column] of byNumber.entries()) {
        column[ord] = bits[at] ?? 0;
        spread(bits[at] ?? 0, sets[at] ?? [], ord);
      }
    }
  };
  return { index, add: addAll };
}

const entry = (
  isOne: boolean,
  value: string,
  set: Bitmap | undefined,
): readonly (readonly [string, Bitmap])[] => (isOne && set ? [[value, set]] : []);

// Puts a number into the set of each bit.
function spread(bits: number, sets: readonly Bitmap[], ord: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const set = sets[31 - Math.clz32(left & -left)];
    if (set) add(set, ord);
  }
}

/** How many of these numbers have each bit of `columns`. */
export function countBits({ columns }: DirectoryIndex, numbers: Packed): Int32Array {
  const counts = new Int32Array(columns.length * 32);
  forEach(numbers, (ord) => {
    for (let at = 0; at < columns.length; at += 1)
      for (let left = columns[at]?.[ord] ?? 0; left !== 0; left &= left - 1) {
        const bit = at * 32 + 31 - Math.clz32(left & -left);
        counts[bit] = (counts[bit] ?? 0) + 1;
      }
  });
  return counts;
}
