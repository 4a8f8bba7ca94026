// Where this backend answers in a page, as it does in Storybook, there are only timers.
const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? (work) => setImmediate(work) : (work) => setTimeout(work);

/**
 * Gives one turn of the event loop to each of those who ask, in the order in which they came. Without it, all who come
 * at once would be worked for one after the other, while what the database has answered to others lies there unread.
 */
export function oneByOne(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) soon(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) soon(next);
    });
}
