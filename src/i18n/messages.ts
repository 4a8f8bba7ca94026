import type {
  AboutKey,
  CommonKey,
  FinderKey,
  FormKey,
  LanguageKey,
  MenuKey,
  StatusKey,
  SuggestKey,
} from './generated/keys.js';

/** The values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The messages of one language: texts with placeholders such as `{name}`, or functions for messages with plural forms. */
export type Catalogue = Readonly<Record<string, string | ((values: Values) => string)>>;

/** Returns the message for a key. */
export interface Words<Key extends string> {
  (key: Key, values?: Values): string;
  /** Returns the message for a computed key; `undefined` if the catalogue has none. */
  readonly maybe: (key: string, values?: Values) => string | undefined;
}

/** The words of each part, and what several have. */
export type FormMessages = Words<FormKey>;
export type FinderWords = Words<FinderKey>;
export type AboutMessages = Words<AboutKey>;
export type MenuMessages = Words<MenuKey>;
export type LanguageMessages = Words<LanguageKey>;
/** What stands beside the words of the form. */
export type StatusMessages = Words<FormKey | StatusKey>;
export type SuggestMessages = Words<FormKey | SuggestKey>;
export type CommonWords = Words<CommonKey>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/**
 * Creates the function that returns the messages of a catalogue, with texts of the service in place of some of them.
 * @param own the service's texts by key
 * @param kinds kinds of readers, most specific first; a message for such a reader, as in `other.name.title`, is preferred
 */
export function wordsOf<Key extends string>(
  catalogue: Catalogue,
  own: Readonly<Record<string, string>> = {},
  kinds: readonly string[] = [],
): Words<Key> {
  const under = (key: string, values: Values): string | undefined => {
    if (Object.hasOwn(own, key)) return fill(own[key] ?? '', values);
    const entry = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    return typeof entry === 'string' ? fill(entry, values) : entry?.(values);
  };
  const maybe = (key: string, values: Values = {}): string | undefined => {
    for (const kind of kinds) {
      const words = under(`${kind}.${key}`, values);
      if (words !== undefined) return words;
    }
    return under(key, values);
  };
  return Object.assign((key: Key, values?: Values) => maybe(key, values) ?? key, { maybe });
}
