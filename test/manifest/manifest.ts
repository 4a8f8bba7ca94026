import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../compiled.js';

/** A manifest entry for one attribute, property, event, slot, part or custom property. */
export interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  /** For attributes: the property that the attribute sets. */
  readonly fieldName?: string;
  /** For members: a `field` or a `method`. */
  readonly kind?: string;
  readonly readonly?: boolean;
}

/** The lists that the manifest has for each element. */
export const lists = [
  'attributes',
  'members',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
] as const;

/** The manifest entry of one element. */
export interface ElementEntry extends Readonly<
  Partial<Record<(typeof lists)[number], readonly Item[]>>
> {
  readonly name: string;
  readonly tagName: string;
  readonly description?: string;
  readonly summary?: string;
  /** The path of its module in the package. */
  readonly path: string;
}

/** Reads every element of `custom-elements.json`. */
export function readManifest(): readonly ElementEntry[] {
  const { modules } = JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  return modules.flatMap(
    (module: { readonly path: string; readonly declarations: readonly object[] }) =>
      module.declarations.map((declaration) => ({ ...declaration, path: module.path })),
  );
}

/** The names in one of the lists, in alphabetical order. */
export const names = (items: readonly Item[] = []): readonly string[] =>
  items.map(({ name }) => name).sort();
