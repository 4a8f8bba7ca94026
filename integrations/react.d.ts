/** Types of the elements in React 19: `import type {} from 'kith-elements/react'`, once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Own, Tag } from './own.js';

type ElementProps<Name extends Tag> = Own<Name> &
  Omit<
    DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Name]>, HTMLElementTagNameMap[Name]>,
    keyof Own<Name>
  >;

type Elements = { [Name in Tag]: ElementProps<Name> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
