import { type Packed, forEach } from './bitmap.js';

/** Which values each activity has, a row of bytes each: one line of the processor's memory holds all of one. */
export interface ValueRows {
  /** Bytes in a row. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** Empty rows for numbers below `size`, with room for so many bits. */
export const emptyRows = (size: number, bits: number): ValueRows => {
  const width = Math.ceil(bits / 8);
  return { width, bytes: new Uint8Array(size * width) };
};

// Counting waits for nothing: all use the same.
let tallies = new Uint32Array(0);

/**
 * How many of these numbers have each bit. Rather than looking for the bits of each row, of which a processor cannot
 * foresee where they are, this counts how often each byte comes at each place, and of bytes which bits they have.
 */
export function countRows({ width, bytes }: ValueRows, numbers: Packed): Uint32Array {
  if (tallies.length < width * 256) tallies = new Uint32Array(width * 256);
  const often = tallies;
  often.fill(0);
  forEach(numbers, (ord) => {
    const start = ord * width;
    for (let at = 0; at < width; at += 1) {
      const place = at * 256 + (bytes[start + at] ?? 0);
      often[place] = (often[place] ?? 0) + 1;
    }
  });
  const counts = new Uint32Array(width * 8);
  for (let at = 0; at < width; at += 1) countByte(often, at * 256, counts, at * 8);
  return counts;
}

// Takes off the highest bit each time: the upper half has it, and is then added to the lower, which is like it otherwise.
function countByte(often: Uint32Array, from: number, counts: Uint32Array, first: number): void {
  for (let bit = 7; bit >= 0; bit -= 1) {
    const half = 1 << bit;
    let sum = 0;
    for (let at = from; at < from + half; at += 1) {
      const upper = often[at + half] ?? 0;
      sum += upper;
      often[at] = (often[at] ?? 0) + upper;
    }
    counts[first + bit] = sum;
  }
}
