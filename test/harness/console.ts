/** Hears what the page's console is told while something is done, and keeps it off the console. */
export async function consoleDuring(
  act: (heard: readonly string[]) => unknown,
): Promise<readonly string[]> {
  const heard: string[] = [];
  const { error, warn } = console;
  console.error = console.warn = (...words: readonly unknown[]) => {
    heard.push(words.map(String).join(' '));
  };
  try {
    await act(heard);
  } finally {
    console.error = error;
    console.warn = warn;
  }
  return heard;
}
