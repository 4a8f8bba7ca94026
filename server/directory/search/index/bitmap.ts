/** A set of numbers from 0, one bit for each. */
export type Bitmap = Uint32Array;

/** A bitmap without its empty words, so that counting a small set takes few steps. */
export interface Packed {
  /** The position of each word in the bitmap. */
  readonly at: Uint32Array;
  readonly words: Uint32Array;
}

/** An empty set for numbers below `size`. */
export const emptyBitmap = (size: number): Bitmap => new Uint32Array(Math.ceil(size / 32));

/** Adds a number to a set. */
export function add(set: Bitmap, number: number): void {
  set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
}

/** Whether a set contains a number. */
export const has = (set: Bitmap, number: number): boolean =>
  ((set[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;

/** The union of sets. */
export function union(size: number, sets: readonly Bitmap[]): Bitmap {
  const [first = emptyBitmap(size), ...others] = sets;
  const all = first.slice();
  for (const set of others)
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) | (set[at] ?? 0);
  return all;
}

/** The intersection of one or more sets. */
export function intersection([first, ...others]: readonly [Bitmap, ...Bitmap[]]): Bitmap {
  const common = first.slice();
  for (const set of others)
    for (let at = 0; at < common.length; at += 1) common[at] = (common[at] ?? 0) & (set[at] ?? 0);
  return common;
}

/** The numbers in one set but not in another. */
export function without(set: Bitmap, other: Bitmap): Bitmap {
  const left = set.slice();
  for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) & ~(other[at] ?? 0);
  return left;
}

// Buffers for a result of unknown size. They are shared, because these functions are synchronous.
let roomAt = new Uint32Array(0);
let room = new Uint32Array(0);

function makeRoom(length: number): void {
  if (room.length >= length) return;
  roomAt = new Uint32Array(length);
  room = new Uint32Array(length);
}

const packed = (length: number): Packed => ({
  at: roomAt.slice(0, length),
  words: room.slice(0, length),
});

/** The intersection of sets as a packed set. */
export function pack(first: Bitmap, ...others: readonly Bitmap[]): Packed {
  makeRoom(first.length);
  let next = 0;
  for (let index = 0; index < first.length; index += 1) {
    let word = first[index] ?? 0;
    for (const set of others) word &= set[index] ?? 0;
    if (word === 0) continue;
    roomAt[next] = index;
    room[next] = word;
    next += 1;
  }
  return packed(next);
}

/** The intersection of a packed set with other sets. */
export function narrow({ at, words }: Packed, sets: readonly Bitmap[]): Packed {
  if (sets.length === 0) return { at, words };
  makeRoom(at.length);
  let next = 0;
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] ?? 0;
    let word = words[index] ?? 0;
    for (const set of sets) word &= set[place] ?? 0;
    if (word === 0) continue;
    roomAt[next] = place;
    room[next] = word;
    next += 1;
  }
  return packed(next);
}

/** The number of members of a packed set. */
export function count({ words }: Packed): number {
  let sum = 0;
  for (const word of words) sum += ones(word);
  return sum;
}

/**
 * The size of the intersection of a packed set and another. A carry-save adder combines eight words at a time, so that
 * bits are counted once per eight words: Warren, “Hacker’s Delight”, 5–1.
 */
export function countBoth({ at, words }: Packed, set: Bitmap): number {
  let units = 0;
  let twos = 0;
  let fours = 0;
  let eights = 0;
  let index = 0;
  for (; index + 8 <= at.length; index += 8) {
    const first = both(at, words, set, index);
    const second = both(at, words, set, index + 1);
    const third = both(at, words, set, index + 2);
    const fourth = both(at, words, set, index + 3);
    const fifth = both(at, words, set, index + 4);
    const sixth = both(at, words, set, index + 5);
    const seventh = both(at, words, set, index + 6);
    const eighth = both(at, words, set, index + 7);
    const units2 = units ^ first ^ second;
    const units4 = units2 ^ third ^ fourth;
    const units6 = units4 ^ fifth ^ sixth;
    const twoA = carry(units, first, second);
    const twoB = carry(units2, third, fourth);
    const twoC = carry(units4, fifth, sixth);
    const twoD = carry(units6, seventh, eighth);
    units = units6 ^ seventh ^ eighth;
    const twos4 = twos ^ twoA ^ twoB;
    const fourA = carry(twos, twoA, twoB);
    const fourB = carry(twos4, twoC, twoD);
    twos = twos4 ^ twoC ^ twoD;
    eights += ones(carry(fours, fourA, fourB));
    fours ^= fourA ^ fourB;
  }
  let sum = 8 * eights + 4 * ones(fours) + 2 * ones(twos) + ones(units);
  for (; index < at.length; index += 1) sum += ones(both(at, words, set, index));
  return sum;
}

const both = (at: Uint32Array, words: Uint32Array, set: Bitmap, index: number): number =>
  (words[index] ?? 0) & (set[at[index] ?? 0] ?? 0);

// The bits set in at least two of three words.
const carry = (one: number, other: number, third: number): number =>
  (one & other) | ((one ^ other) & third);

/** Calls a function with each number of a packed set, smallest first. */
export function forEach({ at, words }: Packed, visit: (number: number) => void): void {
  for (let index = 0; index < at.length; index += 1) {
    const start = (at[index] ?? 0) * 32;
    // Removes the lowest bit until none is left.
    for (let word = words[index] ?? 0; word !== 0; word &= word - 1)
      visit(start + 31 - Math.clz32(word & -word));
  }
}

// Adds neighbouring bits, then pairs, then groups of four, in parallel: Warren, “Hacker’s Delight”, 5–1.
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
