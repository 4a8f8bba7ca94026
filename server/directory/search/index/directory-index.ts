import { type FilterName, filterNames } from '../../../../src/directory/contract/activity-query.js';
import { fixedBits } from '../../store/filter-bits.js';
import { type Bitmap, add, emptyBitmap } from './bitmap.js';
import { type ValueRows, emptyRows } from './value-rows.js';

/** Stands for a next date, in minutes, that nobody knows, or for metres to a venue that is not near. */
export const unknown = 2_147_483_647;

/** Stands for a day of the last check that nobody knows. */
export const neverChecked = -2_147_483_648;

/**
 * What a search has to know of each activity of a directory to filter and count it. Activities go by numbers, and
 * nothing in it says what they are.
 */
export interface DirectoryIndex {
  /** All numbers are below it. */
  readonly size: number;
  readonly all: Bitmap;
  /** Who has which value of which filter. */
  readonly values: ReadonlyMap<FilterName, ReadonlyMap<string, Bitmap>>;
  /** The same by number, of which `bitOf` tells where a value is. */
  readonly rows: ValueRows;
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

// Of every row the first four bytes are the fixed values.
const fixedWidth = 4;

interface Builder {
  readonly index: DirectoryIndex;
  add(columns: Columns): void;
}

/** An empty index for numbers below `size`, to be filled bit by bit. */
export function buildIndex(size: number, open: readonly OpenValue[]): Builder {
  const bitmaps = (): Bitmap[] => Array.from({ length: 64 }, () => emptyBitmap(size));
  const fixed = fixedBits.map(() => emptyBitmap(size));
  const ofKind = { category: bitmaps(), language: bitmaps() };
  const widthOf = (kind: OpenValue['kind']): number =>
    Math.max(0, ...open.map((one) => (one.kind === kind ? (one.bit >> 3) + 1 : 0)));
  const categoryWidth = widthOf('category');
  const languageWidth = widthOf('language');
  const firstBit = { category: fixedWidth * 8, language: (fixedWidth + categoryWidth) * 8 };
  const rows = emptyRows(size, firstBit.language + languageWidth * 8);
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
    rows,
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
      for (const [at, set] of sets.entries()) spread(bits[at] ?? 0, set, ord);
      const start = ord * rows.width;
      lowestFirst(columns.fixed, row * 4 + 4, rows.bytes.subarray(start, start + fixedWidth));
      const ofOpen = rows.bytes.subarray(start + fixedWidth, start + rows.width);
      lowestFirst(columns.categories, row * 8 + 8, ofOpen.subarray(0, categoryWidth));
      lowestFirst(columns.languages, row * 8 + 8, ofOpen.subarray(categoryWidth));
    }
  };
  return { index, add: addAll };
}

// Takes over the last bytes before `end`, of which the last has the lowest bits.
function lowestFirst(from: Buffer, end: number, into: Uint8Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = from[end - 1 - at] ?? 0;
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
