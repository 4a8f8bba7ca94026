/** A pseudo-random number generator (mulberry32): numbers from 0 to 1, the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Picks one of several values. */
export type Pick = <Value>(values: readonly [Value, ...Value[]]) => Value;

/** A picker that uses random numbers from 0 to 1. */
export const pickerFrom = (random: () => number): Pick => {
  return (values) => values[Math.floor(random() * values.length)] ?? values[0];
};
