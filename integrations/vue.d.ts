/** Types of the elements in the templates of Vue 3: `import type {} from 'kith-elements/vue'`, once in a project. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { Own, Tag } from './own.js';

type Events<Name extends Tag> = {
  [Key in keyof Own<Name> as Key extends `on${infer Event}` ? Event : never]: NonNullable<
    Own<Name>[Key]
  >;
};

// What a template may set is read from `$props`, what it may listen to from `$emit`.
type ElementInTemplate<Name extends Tag> = new () => {
  $props: Own<Name> & Omit<HTMLAttributes, keyof Own<Name>> & PublicProps;
  $emit: EmitFn<Events<Name>>;
};

type Elements = { [Name in Tag]: ElementInTemplate<Name> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
