/** How often Shift was pressed alone in a row, and the time of the first press in milliseconds. */
export interface ShiftPresses {
  readonly count: number;
  readonly since: number;
  /** Whether Shift is down and no other key has been pressed with it. */
  readonly isAlone: boolean;
}

/** A key that was pressed or released. */
export interface KeyPress {
  readonly isDown: boolean;
  readonly key: string;
  /** The time in milliseconds. */
  readonly at: number;
}

/** The number of presses that leaves the page. */
export const pressesToLeave = 3;

// GOV.UK Design System, “Exit this page”: three presses within five seconds.
const longest = 5000;

/** The state before the first press. */
export const noPresses: ShiftPresses = { count: 0, since: 0, isAlone: false };

/**
 * Counts presses of Shift. A press together with another key, as for a capital letter, does not count, and neither does
 * one that comes too late after the first.
 */
export function pressed(before: ShiftPresses, { isDown, key, at }: KeyPress): ShiftPresses {
  const kept = at - before.since > longest ? noPresses : before;
  if (key !== 'Shift') return isDown ? noPresses : kept;
  if (isDown) return { ...kept, isAlone: true };
  if (!before.isAlone) return kept;
  return { count: kept.count + 1, since: kept.count === 0 ? at : kept.since, isAlone: false };
}
