/** Keeps the answers to what was last asked, so many at most. Who asks while the first is still waiting waits for the same. */
export function recent<Value>(
  most: number,
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key, ask) => {
    const known = kept.get(key);
    const answer = known ?? ask();
    kept.delete(key);
    kept.set(key, answer);
    // A failure is nobody's answer but that of who was waiting.
    if (!known) answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
