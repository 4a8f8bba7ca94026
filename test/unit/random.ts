/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Chooses one of some values. */
export type Pick = <Value>(values: readonly [Value, ...Value[]]) => Value;

/** Chooses by such numbers. */
export const pickerFrom = (random: () => number): Pick => {
  return (values) => values[Math.floor(random() * values.length)] ?? values[0];
};
