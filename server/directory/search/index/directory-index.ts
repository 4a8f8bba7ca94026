import { type FilterName, filterNames } from '../../../../src/directory/contract/activity-query.js';
import { fixedBits } from '../../store/filter-bits.js';
import { type Bitmap, add, emptyBitmap } from './bitmap.js';
import { type ValueRows, emptyRows } from './value-rows.js';

/** Represents an unknown next date in minutes, or the distance in metres to a venue that is not near. */
export const unknown = 2_147_483_647;

/** Represents an unknown day of the last check. */
export const neverChecked = -2_147_483_648;

/**
 * The data with which a search filters and counts the activities of a directory. Activities are identified by numbers;
 * the index does not contain their text.
 */
export interface DirectoryIndex {
  /** All numbers are smaller. */
  readonly size: number;
  readonly all: Bitmap;
  /** The activities with each value of each filter. */
  readonly values: ReadonlyMap<FilterName, ReadonlyMap<string, Bitmap>>;
  /** The same by activity; `bitOf` gives the bit of a value. */
  readonly rows: ValueRows;
  readonly bitOf: ReadonlyMap<FilterName, ReadonlyMap<string, number>>;
  /** Available in the whole country: the area covers each place. */
  readonly everywhere: Bitmap;
  /** Available remotely, with an unknown area. */
  readonly anywhere: Bitmap;
  /** Minutes since 1970 of the next date, by number. */
  readonly next: Int32Array;
  /** Days since 1970 of the last check, by number. */
  readonly checked: Int32Array;
}

/** A service's directory at one revision. */
export interface Snapshot {
  readonly service: string;
  readonly revision: number;
  readonly index: DirectoryIndex;
}

/** The number of a filter value that is not fixed: table activity_value. */
export interface OpenValue {
  readonly kind: 'category' | 'language';
  readonly value: string;
  readonly bit: number;
}

/** Columns of the same activities with four bytes for each; `categories` and `languages` have eight. */
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

// The first four bytes of every row contain the fixed values.
const fixedWidth = 4;

interface Builder {
  readonly index: DirectoryIndex;
  add(columns: Columns): void;
}

/** An empty index for numbers below `size`, to which activities are added. */
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

// Copies the bytes before `end` in reverse, so that the one with the lowest bits comes first.
function lowestFirst(from: Buffer, end: number, into: Uint8Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = from[end - 1 - at] ?? 0;
}

const entry = (
  isOne: boolean,
  value: string,
  set: Bitmap | undefined,
): readonly (readonly [string, Bitmap])[] => (isOne && set ? [[value, set]] : []);

// Adds a number to the set of each bit.
function spread(bits: number, sets: readonly Bitmap[], ord: number): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const set = sets[31 - Math.clz32(left & -left)];
    if (set) add(set, ord);
  }
}
