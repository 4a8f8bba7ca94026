import { type Packed, forEach } from './bitmap.js';

/** The values of each activity as a row of bytes, which fits into one cache line of the processor. */
export interface ValueRows {
  /** Bytes in a row. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** Empty rows for numbers below `size`, with room for this many bits. */
export const emptyRows = (size: number, bits: number): ValueRows => {
  const width = Math.ceil(bits / 8);
  return { width, bytes: new Uint8Array(size * width) };
};

// Shared, because counting is synchronous.
let byteCounts = new Uint32Array(0);

/**
 * Counts for each bit how many of these activities have it. Instead of testing bits, which causes branch
 * mispredictions, this counts how often each byte value occurs in each column, and then the bits of the byte values.
 */
export function countRows({ width, bytes }: ValueRows, numbers: Packed): Uint32Array {
  if (byteCounts.length < width * 256) byteCounts = new Uint32Array(width * 256);
  const often = byteCounts;
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

// Removes the highest bit each time: the upper half has it, and is then added to the lower half.
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
