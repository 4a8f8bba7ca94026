import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where npm users find the module of an element; the source is not in the package. */
const inPackage = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/npm/$1.js');

const tokens = new URL('src/tokens/generated/tokens.json', import.meta.url);

/** The manifest holds what partners may use: elements with a tag, and what is public in them. */
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
        // What an element has of a base class is listed with its own; the base classes are ours.
        for (const list of lists)
          for (const item of declaration[list] ?? []) delete item.inheritedFrom;
      }
    customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
      declarations?.some(({ tagName }) => tagName),
    );
    for (const module of customElementsManifest.modules) {
      module.path = inPackage(module.path);
      for (const { declaration } of module.exports) declaration.module = module.path;
      for (const { superclass } of module.declarations)
        if (superclass?.module) superclass.module = inPackage(superclass.module);
    }
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

/** Elements that place others in themselves: what these send leaves by them, and some hand on their parts. */
const around = [
  { of: 'ReferralForm', in: 'FormDialog', lists: ['events', 'cssParts'] },
  { of: 'FormDialog', in: 'ReferYourself', lists: ['events', 'cssParts'] },
  { of: 'FormDialog', in: 'AudienceMenu', lists: ['events', 'cssParts'] },
  { of: 'FormDialog', in: 'ActivityFinder', lists: ['events', 'cssParts'] },
  { of: 'FormDialog', in: 'ActivityList', lists: ['events', 'cssParts'] },
];

const withWhatIsInside = {
  name: 'with-what-is-inside',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
    const find = (name) => declarations.find((declaration) => declaration.name === name);
    for (const { of, in: outer, lists } of around)
      for (const list of lists) {
        const own = find(outer)[list] ?? [];
        const more = (find(of)[list] ?? []).filter(
          ({ name }) => !own.some((one) => one.name === name),
        );
        if (more.length > 0) find(outer)[list] = [...own, ...more];
      }
  },
};

// A name such as `Audience` tells an editor nothing; what it stands for can be offered. Lists of choices are written
// in one way in the source, so that no type checker is needed to read them.
const withChoices = {
  name: 'with-choices',
  packageLinkPhase({ customElementsManifest }) {
    const choices = new Map(sources().flatMap(choicesIn));
    for (const { declarations } of customElementsManifest.modules)
      for (const { attributes = [], members = [] } of declarations)
        for (const { type } of [...attributes, ...members])
          if (type)
            type.text = type.text
              .split(' | ')
              .map((name) => choices.get(name) ?? name)
              .join(' | ');
  },
};

const sources = () =>
  readdirSync('src', { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join('src', name), 'utf8'));

const choicesIn = (text) =>
  [...text.matchAll(/type (\w+) = \(typeof (\w+)\)\[number\];/g)].flatMap(([, type, list]) => {
    const written = new RegExp(`const ${list} = \\[([^\\]]*)\\] as const;`).exec(text)?.[1];
    const values = written?.match(/'[^']*'/g);
    return values ? [[type, values.join(' | ')]] : [];
  });

const lists = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

// What LitElement and our controllers call, marked @internal in the source; the analyzer drops that tag.
const hidden = new Set([
  'language',
  'referralApi',
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
  globs: ['src/**/*.ts'],
  exclude: ['src/**/define.ts', 'src/*/generated/**', 'src/index.ts', 'src/embed.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, withChoices, withTokens, withWhatIsInside],
};
