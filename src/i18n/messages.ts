import type { AboutKey, FinderKey, FormKey, LanguageKey, MenuKey } from './generated/keys.js';

/** The values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The messages of one language: texts with placeholders such as `{name}`, or functions for messages with plural forms. */
export type Catalogue = Readonly<Record<string, string | ((values: Values) => string)>>;

/** Loads the messages of one part in one language. */
export type LoadCatalogue = () => Promise<{ readonly default: Catalogue }>;

/** Messages that are loaded together: their name in the list of translations, and their English version. */
export interface CataloguePart {
  readonly name: string;
  readonly english: LoadCatalogue;
}

/** Returns the message for a key. */
export interface Messages<Key extends string> {
  (key: Key, values?: Values): string;
  /** Returns the message for a computed key; `undefined` if the catalogue has none. */
  readonly find: (key: string, values?: Values) => string | undefined;
}

/** The messages of each part. */
export type FormMessages = Messages<FormKey>;
export type FinderMessages = Messages<FinderKey>;
export type AboutMessages = Messages<AboutKey>;
export type MenuMessages = Messages<MenuKey>;
export type LanguageMessages = Messages<LanguageKey>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/**
 * Creates the function that returns the messages of a catalogue, with texts of the service in place of some of them.
 * @param own the service's texts by key
 * @param kinds kinds of readers, most specific first; a message for such a reader, as in `other.name.title`, is preferred
 */
export function messagesFrom<Key extends string>(
  catalogue: Catalogue,
  own: Readonly<Record<string, string>> = {},
  kinds: readonly string[] = [],
): Messages<Key> {
  const messageAt = (key: string, values: Values): string | undefined => {
    if (Object.hasOwn(own, key)) return fill(own[key] ?? '', values);
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    return typeof entry === 'string' ? fill(entry, values) : entry?.(values);
  };
  const find = (key: string, values: Values = {}): string | undefined => {
    for (const kind of kinds) {
      const message = messageAt(`${kind}.${key}`, values);
      if (message !== undefined) return message;
    }
    return messageAt(key, values);
  };
  return Object.assign((key: Key, values?: Values) => find(key, values) ?? key, { find });
}
