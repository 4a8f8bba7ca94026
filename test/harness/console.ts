/** Records what is written to the console during an action, instead of printing it. */
export async function consoleDuring(
  act: (recorded: readonly string[]) => unknown,
): Promise<readonly string[]> {
  const recorded: string[] = [];
  const { error, warn } = console;
  console.error = console.warn = (...words: readonly unknown[]) => {
    recorded.push(words.map(String).join(' '));
  };
  try {
    await act(recorded);
  } finally {
    console.error = error;
    console.warn = warn;
  }
  return recorded;
}
