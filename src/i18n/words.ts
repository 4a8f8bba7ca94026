import type { WordKey } from './generated/keys.js';

/** What a message may be given: text and numbers. */
export type Values = Readonly<Record<string, string | number>>;

/** One language: text with `{name}` where something is filled in, or a function where it also bends with a number. */
export type Catalogue = Readonly<Record<string, string | ((values: Values) => string)>>;

/** Finds the words for a key. */
export interface Words {
  (key: WordKey, values?: Values): string;
  /** The words for a key that is put together; `undefined` where the catalogue has none. */
  readonly maybe: (key: string, values?: Values) => string | undefined;
}

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The words of a catalogue, some of them replaced by a service's own. */
export function wordsOf(catalogue: Catalogue, own: Readonly<Record<string, string>> = {}): Words {
  const maybe = (key: string, values: Values = {}): string | undefined => {
    if (Object.hasOwn(own, key)) return fill(own[key] ?? '', values);
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    return typeof entry === 'string' ? fill(entry, values) : entry?.(values);
  };
  return Object.assign((key: WordKey, values?: Values) => maybe(key, values) ?? key, { maybe });
}
