/** Numbers that look random and are the same each time: mulberry32, by Tommy Ettinger, in the public domain. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  pick<Value>(list: readonly Value[]): Value;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
}

/** Starts at a seed. */
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
