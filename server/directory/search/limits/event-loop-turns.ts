import pLimit from 'p-limit';

// Where this backend answers in a page, as it does in Storybook, there are only timers.
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

/**
 * Gives one turn of the event loop to each caller, in the order in which they came. Without it, all who come at once
 * would be worked for one after the other, while the answers of the database to others wait to be read.
 */
export function eventLoopTurns(): () => Promise<void> {
  const limit = pLimit(1);
  return () => limit(nextTurn);
}
