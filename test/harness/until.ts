/** Waits until something holds, and says what did not when it takes too long. */
export async function until<Value>(
  what: string,
  find: () => Value | undefined | null | false | '',
  milliseconds = 5000,
): Promise<Value> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`In vain: ${what}`);
    await pause(5);
  }
}

/** Lets some time pass. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Text as it is read: one blank between words, and nothing of what keeps a name by itself in a line from the right. */
export const readable = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
