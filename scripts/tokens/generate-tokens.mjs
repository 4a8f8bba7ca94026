/**
 * Generates modules from the design tokens of `src/tokens`: the default values of every element, the themes, and a list
 * of the tokens. Fails if a pair of colours has too little contrast. With `--docs`, also writes the tables of
 * docs/theming.md; with `--check`, fails if those are not up to date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import * as prettier from 'prettier';
import { cssOf, readTokens } from './read-tokens.mjs';
import { checkContrast, contrasts } from './token-contrast.mjs';
import { writeChanged } from '../write-changed.mjs';

const target = new URL('../../src/tokens/generated/', import.meta.url);
const docs = new URL('../../docs/theming.md', import.meta.url);
const heading = '// Made from src/tokens by scripts/tokens/generate-tokens.mjs; do not edit.\n';

const read = await readTokens();
checkContrast(read);
const { themes, groups, groupOf, plain } = read;
const order = Object.keys(groups);
const names = read.names;

const usual = (name) => cssOf(themes[plain].tokens[name]);

/** The value in an element: the page's, else the theme's (named apart: it reaches slotted content), else ours. */
const chosen = (name) => `var(--kith-${name},var(--kt-${name},${usual(name)}))`;

// Only an element with a themed background has padding.
const ofPainted = ['padding'];
const defaults = names
  .filter((name) => !ofPainted.includes(name))
  .map((name) => `${name}:${usual(name)}`)
  .join(';');

const own = (theme) =>
  names
    .filter((name) => cssOf(themes[theme].tokens[name]) !== usual(name))
    .map((name) => `--kt-${name}:${cssOf(themes[theme].tokens[name])}`)
    .join(';');

const darkOf = (name) => `${name}.dark`;
const ready = Object.keys(themes).filter((name) => !name.includes('.'));
const sheets = Object.fromEntries(
  ready.map((name) => [
    name,
    { light: own(name), ...(themes[darkOf(name)] ? { dark: own(darkOf(name)) } : {}) },
  ]),
);

const paint = `.root,[part='place']{box-sizing:border-box;padding:${chosen('padding')};border-radius:${chosen('radius')};background:${chosen('surface')};color:${chosen('text')};color-scheme:${chosen('scheme')}}[part='place']{font-family:${chosen('font')}}`;

/** Every token in display order. */
const list = names.map((name) => {
  const { id, $type, $description } = themes[plain].tokens[name];
  return {
    name,
    cssProperty: `--kith-${name}`,
    type: $type,
    value: usual(name),
    description: $description,
    group: groups[groupOf(id)],
    themes: Object.fromEntries(
      Object.entries(themes).map(([theme, { tokens }]) => [theme, cssOf(tokens[name])]),
    ),
  };
});

await mkdir(target, { recursive: true });
await Promise.all([
  writeChanged(
    new URL('defaults.ts', target),
    `${heading}import { unsafeCSS } from 'lit';

const usual = ${JSON.stringify(defaults)};

/** Every token under a short name: what the page says, or else the theme, or else the usual. */
export const tokens = unsafeCSS(
  // Written out here, because visitors would download every name three times.
  \`.root,dialog{\${usual.replace(/([^;]+):([^;]+)/g, '--k-$1:var(--kith-$1,var(--kt-$1,$2))')}}\`,
);
`,
  ),
  writeChanged(
    new URL('themes.ts', target),
    `${heading}
/** What a theme changes, in CSS; \`dark\` where the page is dark. */
export interface Theme {
  readonly light: string;
  readonly dark?: string;
}

/** Every ready theme by its name. */
export const themes: Readonly<Record<string, Theme>> = ${JSON.stringify(sheets, null, 2)};

/** How an element that has a theme is painted. */
export const paint = ${JSON.stringify(paint)};
`,
  ),
  writeChanged(new URL('tokens.json', target), `${JSON.stringify(list, null, 2)}\n`),
  writeChanged(new URL('pairs.json', target), `${JSON.stringify(read.pairs, null, 2)}\n`),
  writeChanged(
    new URL('contrast.json', target),
    `${JSON.stringify(
      contrasts(read).map((one) => ({ ...one, ratio: Math.floor(one.ratio * 100) / 100 })),
      null,
      2,
    )}\n`,
  ),
]);

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const tables = {
  tokens: () =>
    order
      .map((group) => {
        const ofGroup = names.filter((name) => groupOf(themes[plain].tokens[name].id) === group);
        const rows = ofGroup.map((name) => [
          `\`--kith-${name}\``,
          `\`${usual(name)}\``,
          themes[plain].tokens[name].$description,
        ]);
        return `### ${groups[group]}\n\n${table(['Property', 'Default', 'Description'], rows)}`;
      })
      .join('\n\n'),
  themes: () =>
    table(
      ['Theme', 'Description', 'Lowest contrast of text', 'Lowest contrast of controls'],
      ready.map((name) => {
        const ratios = contrasts(read).filter(({ theme }) => theme?.split('.')[0] === name);
        const least = (isText) =>
          `${Math.min(...ratios.filter(({ needed }) => needed > 3 === isText).map(({ ratio }) => Math.floor(ratio * 10) / 10))}:1`;
        const about =
          name === plain
            ? 'The default look; for a single element if the script sets another theme.'
            : themes[name].description;
        return [`\`${name}\``, about, least(true), least(false)];
      }),
    ),
};

/** Writes the content between the two markers of each table. */
async function document(isCheck) {
  const before = await readFile(docs, 'utf8');
  const written = Object.entries(tables).reduce(
    (text, [name, make]) =>
      text.replace(
        new RegExp(`(<!-- ${name}[^>]*-->)[^]*(<!-- /${name} -->)`),
        (_, start, end) => `${start}\n\n${make()}\n\n${end}`,
      ),
    before,
  );
  const options = await prettier.resolveConfig(docs.pathname);
  const after = await prettier.format(written, { ...options, parser: 'markdown' });
  if (after === before) return;
  if (isCheck) throw new Error('docs/theming.md is stale: run npm run tokens and commit it');
  await writeFile(docs, after);
}

if (process.argv.includes('--docs')) await document(false);
if (process.argv.includes('--check')) await document(true);
