/** An activity on a shortlist. */
export interface Saved {
  readonly id: string;
  readonly name: string;
}

/** Adds an activity to the list, or removes it. */
export const toggledSaved = (list: readonly Saved[], one: Saved): readonly Saved[] =>
  isSaved(list, one.id) ? list.filter(({ id }) => id !== one.id) : [...list, one];

/** Whether an activity is on the list. */
export const isSaved = (list: readonly Saved[], id: string): boolean =>
  list.some((one) => one.id === id);

/** Serialises a list for storage on a device. */
export const writeSaved = (list: readonly Saved[]): string =>
  JSON.stringify(list.map(({ id, name }) => [id, name]));

/** Reads a stored list; anything invalid is left out. */
export function readSaved(stored: string | null): readonly Saved[] {
  const list = parse(stored ?? '');
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown): readonly Saved[] => {
    if (!isList(one)) return [];
    const [id, name] = one;
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
  });
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
