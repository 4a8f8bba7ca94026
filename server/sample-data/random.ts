/** A pseudo-random generator that gives the same numbers each time: mulberry32, by Tommy Ettinger, in the public domain. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  pick<Value>(list: readonly Value[]): Value;
  /** True with a probability given in per cent. */
  chance(percent: number): boolean;
}

/** Creates a generator from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new RangeError('Nothing to pick from');
      return one;
    },
    chance: (percent) => next() * 100 < percent,
  };
}
