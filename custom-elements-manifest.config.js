import { readFileSync } from 'node:fs';

const tokens = new URL('src/tokens/generated/tokens.json', import.meta.url);

/** The manifest holds what partners may use; private and internal members are ours. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = (member) =>
      (member.privacy ?? 'public') === 'public' &&
      !member.name.startsWith('#') &&
      !/@internal|^\[internal\]/.test(member.description ?? '') &&
      !member.static &&
      !hidden.has(member.name);
    for (const module of customElementsManifest.modules)
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        if (declaration.attributes)
          declaration.attributes = declaration.attributes.filter(({ fieldName }) =>
            declaration.members?.some(({ name }) => name === fieldName),
          );
      }
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
      declarations?.some(({ customElement }) => customElement),
    );
    // Folders are read in an order of their own on each disk.
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
  },
};

// Every element is drawn from the same tokens; what it has no use for does nothing in it.
const withTokens = {
  name: 'with-tokens',
  packageLinkPhase({ customElementsManifest }) {
    const properties = JSON.parse(readFileSync(tokens, 'utf8')).map(
      ({ cssProperty, value, description }) => ({
        name: cssProperty,
        default: value,
        description: `${description}.`,
      }),
    );
    for (const { declarations } of customElementsManifest.modules)
      for (const declaration of declarations)
        if (declaration.customElement && declaration.tagName)
          declaration.cssProperties = properties;
  },
};

// What LitElement and our controllers call, marked @internal in the source; the analyzer drops that tag.
const hidden = new Set([
  'language',
  'chosenIntake',
  'load',
  'pageAdded',
  'referralSent',
  'connectedCallback',
  'disconnectedCallback',
  'firstUpdated',
  'updated',
  'render',
]);

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/define.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, withTokens],
};
