interface Waiting<Answer> {
  readonly keys: readonly number[];
  give(answer: Answer): void;
  fail(error: unknown): void;
}

/**
 * Asks for several who wait at once: while one question is on its way, what others want to know gathers for the next.
 * Each gets the answer to all of it.
 */
export function batch<Answer>(
  ask: (keys: readonly number[]) => Promise<Answer>,
): (keys: readonly number[]) => Promise<Answer> {
  let waiting: Waiting<Answer>[] = [];
  let isAsking = false;
  const askAll = async (): Promise<void> => {
    isAsking = true;
    while (waiting.length > 0) {
      const all = waiting;
      waiting = [];
      try {
        const answer = await ask([...new Set(all.flatMap(({ keys }) => keys))]);
        for (const { give } of all) give(answer);
      } catch (error) {
        for (const { fail } of all) fail(error);
      }
    }
    isAsking = false;
  };
  return (keys) =>
    new Promise((give, fail) => {
      waiting.push({ keys, give, fail });
      if (!isAsking) void askAll();
    });
}
