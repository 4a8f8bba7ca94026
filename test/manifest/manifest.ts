import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../compiled.js';

/** What the manifest says of one attribute, property, event, slot, part or custom property. */
export interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  /** Of attributes: the property behind it. */
  readonly fieldName?: string;
  /** Of members: a `field` or a `method`. */
  readonly kind?: string;
  readonly readonly?: boolean;
}

/** The lists that the manifest keeps of each element. */
export const lists = [
  'attributes',
  'members',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
] as const;

/** What the manifest says of one element. */
export interface ElementEntry extends Readonly<
  Partial<Record<(typeof lists)[number], readonly Item[]>>
> {
  readonly name: string;
  readonly tagName: string;
  readonly description?: string;
  readonly summary?: string;
  /** Path of its module in the package. */
  readonly path: string;
}

/** Every element of `custom-elements.json`. */
export function readManifest(): readonly ElementEntry[] {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules.flatMap(
    (module: { readonly path: string; readonly declarations: readonly object[] }) =>
      module.declarations.map((declaration) => ({ ...declaration, path: module.path })),
  );
}

/** The names in one of the lists, in order. */
export const names = (items: readonly Item[] = []): readonly string[] =>
  items.map(({ name }) => name).sort();
