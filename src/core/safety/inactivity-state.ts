/** How long answers are kept without any input, in milliseconds. */
export interface InactivityTimeout {
  /** From the last input to the warning. */
  readonly warnAfter: number;
  /** From the warning until the answers are cleared. */
  readonly warnFor: number;
}

const second = 1000;

// Enough time to return from a printer; WCAG 2.2, success criterion 2.2.1, requires at least 20 seconds.
const warning = 120 * second;
const shortestWarning = 20 * second;

/** The timeout for a number of minutes; `undefined` where answers are never cleared automatically. */
export function inactivityTimeoutOf(minutes: number): InactivityTimeout | undefined {
  if (!(minutes > 0)) return undefined;
  const warnAfter = minutes * 60 * second;
  return { warnAfter, warnFor: Math.max(shortestWarning, Math.min(warning, warnAfter)) };
}

/**
 * Seconds until the answers are cleared, so many milliseconds after the last input: `undefined` before the warning, and
 * 0 when the time is over.
 */
export function secondsLeft(
  quiet: number,
  { warnAfter, warnFor }: InactivityTimeout,
): number | undefined {
  if (quiet < warnAfter) return undefined;
  return Math.max(0, Math.ceil((warnAfter + warnFor - quiet) / second));
}

/** Milliseconds until the seconds change next. */
export function timeToNextChange(quiet: number, { warnAfter }: InactivityTimeout): number {
  return quiet < warnAfter ? warnAfter - quiet : second - ((quiet - warnAfter) % second);
}

/** Whether the remaining seconds are announced: every half minute, and more often near the end. */
export const isAnnounced = (seconds: number): boolean =>
  seconds % 30 === 0 || (seconds <= 20 && seconds % 10 === 0);
