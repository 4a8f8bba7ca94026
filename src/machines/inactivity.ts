/** How long answers stay with nobody there, in milliseconds. */
export interface InactivityTimeout {
  /** From the last input to the warning. */
  readonly warnAfter: number;
  /** From the warning until answers are cleared. */
  readonly warnFor: number;
}

/** Whether anybody still seems to be there. */
export type InactivityState =
  | { readonly is: 'there' }
  | { readonly is: 'warned'; readonly seconds: number }
  | { readonly is: 'gone' };

const second = 1000;

// Time enough to come back from the printer; WCAG 2.2, 2.2.1 asks for 20 seconds at least.
const warning = 120 * second;
const shortestWarning = 20 * second;

/** The patience of so many minutes; none where answers are never cleared by themselves. */
export function inactivityTimeoutOf(minutes: number): InactivityTimeout | undefined {
  if (!(minutes > 0)) return undefined;
  const warnAfter = minutes * 60 * second;
  return { warnAfter, warnFor: Math.max(shortestWarning, Math.min(warning, warnAfter)) };
}

/** How things stand so many milliseconds after the last input. */
export function inactivityStateAfter(
  quiet: number,
  { warnAfter, warnFor }: InactivityTimeout,
): InactivityState {
  if (quiet < warnAfter) return { is: 'there' };
  const left = warnAfter + warnFor - quiet;
  return left > 0 ? { is: 'warned', seconds: Math.ceil(left / second) } : { is: 'gone' };
}

/** How long until things may stand otherwise, in milliseconds. */
export function timeToNextState(quiet: number, { warnAfter }: InactivityTimeout): number {
  return quiet < warnAfter ? warnAfter - quiet : second - ((quiet - warnAfter) % second);
}

/** Whether so many seconds left are said aloud: each half minute, and near the end more often. */
export const isAnnounced = (seconds: number): boolean =>
  seconds % 30 === 0 || (seconds <= 20 && seconds % 10 === 0);
