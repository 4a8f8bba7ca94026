/** Waits until a condition holds, and throws an error with its description when that takes too long. */
export async function until<Value>(
  what: string,
  find: () => Value | undefined | null | false | '',
  milliseconds = 5000,
): Promise<Value> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Timed out: ${what}`);
    await pause(5);
  }
}

/** Waits for some milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Text as people read it: single spaces, and no direction marks such as those around a name in right-to-left text. */
export const readable = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
