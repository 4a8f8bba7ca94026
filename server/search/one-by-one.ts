/**
 * Gives one turn of the event loop to each of those who ask, in the order in which they came. Without it, all who come
 * at once would be worked for one after the other, while what the database has answered to others lies there unread.
 */
export function oneByOne(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
