/** Types of the elements in the templates of Vue 3: `import type {} from 'kith-elements/vue'`, once in a project. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { Own, Tag } from './own.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

// A template's `@kith-referral-sent` is the property `onKithReferralSent`.
type InTemplate<Props> = {
  [
    Key in keyof Props as Key extends `on${infer Event}` ? `on${Capitalize<Camel<Event>>}` : Key
  ]: Props[Key];
};

type ElementInTemplate<Name extends Tag> = new () => {
  $props: InTemplate<Own<Name>> & Omit<HTMLAttributes, keyof Own<Name>> & PublicProps;
};

type Elements = { [Name in Tag]: ElementInTemplate<Name> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
