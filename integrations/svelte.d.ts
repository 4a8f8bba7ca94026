/** Types of the elements in Svelte 5: `import type {} from 'kith-elements/svelte'`, once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { Own, Tag } from './own.js';

type ElementProps<Name extends Tag> = Own<Name> &
  Omit<HTMLAttributes<HTMLElementTagNameMap[Name]>, keyof Own<Name>>;

type Elements = { [Name in Tag]: ElementProps<Name> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
