import type { BaseProps, CustomElements } from './jsx.js';

/** The tags of all elements. */
export type Tag = keyof CustomElements & keyof HTMLElementTagNameMap;

/** What an element has that others on a page have not: its attributes, properties and events. */
export type Own<Name extends Tag> = Omit<CustomElements[Name], keyof BaseProps<HTMLElement>>;
