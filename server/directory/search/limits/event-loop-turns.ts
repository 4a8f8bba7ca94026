import pLimit from 'p-limit';

// In a page, as in Storybook, only timers are available.
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

/**
 * Resolves one caller per iteration of the event loop, in the order of the calls. Otherwise simultaneous searches would
 * be computed one after the other while responses of the database wait to be read.
 */
export function eventLoopTurns(): () => Promise<void> {
  const limit = pLimit(1);
  return () => limit(nextTurn);
}
