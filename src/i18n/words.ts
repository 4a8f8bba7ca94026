import type { AboutKey, CommonKey, FinderKey, FormKey, MenuKey } from './generated/keys.js';

/** What a message may be given: text and numbers. */
export type Values = Readonly<Record<string, string | number>>;

/** One language: text with `{name}` where something is filled in, or a function where it also bends with a number. */
export type Catalogue = Readonly<Record<string, string | ((values: Values) => string)>>;

/** Finds the words for a key. */
export interface Words<Key extends string> {
  (key: Key, values?: Values): string;
  /** The words for a key that is put together; `undefined` where the catalogue has none. */
  readonly maybe: (key: string, values?: Values) => string | undefined;
}

/** The words of each part, and what several have. */
export type FormWords = Words<FormKey>;
export type FinderWords = Words<FinderKey>;
export type AboutWords = Words<AboutKey>;
export type MenuWords = Words<MenuKey>;
export type CommonWords = Words<CommonKey>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The words of a catalogue, some of them replaced by a service's own. */
export function wordsOf<Key extends string>(
  catalogue: Catalogue,
  own: Readonly<Record<string, string>> = {},
): Words<Key> {
  const maybe = (key: string, values: Values = {}): string | undefined => {
    if (Object.hasOwn(own, key)) return fill(own[key] ?? '', values);
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    return typeof entry === 'string' ? fill(entry, values) : entry?.(values);
  };
  return Object.assign((key: Key, values?: Values) => maybe(key, values) ?? key, { maybe });
}
