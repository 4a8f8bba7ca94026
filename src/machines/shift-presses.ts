/** How many times in a row Shift was pressed alone, and when the first of them was, in milliseconds. */
export interface ShiftPresses {
  readonly count: number;
  readonly since: number;
  /** Whether Shift is down and has not been used with another key. */
  readonly isAlone: boolean;
}

/** What a keyboard says. */
export interface KeyPress {
  readonly isDown: boolean;
  readonly key: string;
  /** When, in milliseconds. */
  readonly at: number;
}

/** How many presses leave the page. */
export const pressesToLeave = 3;

// GOV.UK Design System, “Exit this page”: three presses within five seconds.
const longest = 5000;

/** Nobody has pressed anything. */
export const noPresses: ShiftPresses = { count: 0, since: 0, isAlone: false };

/**
 * Counts presses of Shift. A press that made a capital letter is none, and neither is one that came too late
 * after the first.
 */
export function pressed(before: ShiftPresses, { isDown, key, at }: KeyPress): ShiftPresses {
  const kept = at - before.since > longest ? noPresses : before;
  if (key !== 'Shift') return isDown ? noPresses : kept;
  if (isDown) return { ...kept, isAlone: true };
  if (!before.isAlone) return kept;
  return { count: kept.count + 1, since: kept.count === 0 ? at : kept.since, isAlone: false };
}
