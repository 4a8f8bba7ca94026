import manifest from '../../custom-elements.json' with { type: 'json' };

/** A token that a partner may set. */
export interface Token {
  readonly name: string;
  readonly cssProperty: string;
  readonly type: string;
  readonly value: string;
  readonly description: string;
  readonly group: string;
}

// Generated from the design tokens. When the file does not exist, the pattern matches nothing and no error is raised.
const generated = import.meta.glob<readonly Token[]>('../../src/tokens/generated/tokens.json', {
  import: 'default',
});

/** Every token. Without the generated file, the custom properties of the manifest are used. */
export async function readTokens(): Promise<readonly Token[]> {
  const [load] = Object.values(generated);
  return (await load?.()) ?? fromManifest();
}

interface Described {
  readonly name: string;
  readonly cssProperties?: readonly {
    readonly name: string;
    readonly description: string;
    readonly default?: string;
  }[];
}

function fromManifest(): readonly Token[] {
  const found = new Map<string, Token>();
  const modules: readonly { readonly declarations: readonly Described[] }[] = manifest.modules;
  for (const { declarations } of modules)
    for (const declaration of declarations)
      for (const { name, description, default: value = '' } of declaration.cssProperties ?? [])
        found.set(name, {
          name: name.replace('--kith-', ''),
          cssProperty: name,
          type: value.startsWith('#') ? 'color' : 'dimension',
          value,
          description,
          group: value.startsWith('#') ? 'Colour' : 'Shape',
        });
  return [...found.values()];
}
