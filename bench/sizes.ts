/**
 * What visitors download, in bytes after brotli, beside the budgets and the earlier figures. The language that needs
 * most counts. `--check` ends with 1 where a budget is exceeded, or where docs/decisions/sizes.md has another table.
 * Reads what `npm run build` made: Vite's manifest says which file imports which, and the source maps say which
 * modules are in a file.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { languages } from '../src/i18n/generated/languages.js';
import { type Budget, budgets } from './budgets.js';
import { earlierSizes } from './earlier.js';

const root = new URL('../', import.meta.url);
const embed = new URL('dist/embed/', root);
const entry = 'src/embed.ts';

type Manifest = Readonly<
  Record<string, { readonly file: string; readonly imports?: readonly string[] }>
>;

const manifest: Manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', embed), 'utf8'));
const importsOf = new Map(
  Object.values(manifest).map(({ file, imports = [] }) => [
    file,
    imports.flatMap((key) => manifest[key]?.file ?? []),
  ]),
);
const fileOf = new Map(
  [...importsOf.keys()].flatMap((file) => modulesIn(file).map((module) => [module, file])),
);

/** The modules in a file, by their paths in the project. */
function modulesIn(file: string): readonly string[] {
  const map = new URL(`${file}.map`, embed);
  // The bundler's own helpers have none.
  if (!existsSync(map)) return [];
  const { sources }: { readonly sources: readonly string[] } = JSON.parse(
    readFileSync(map, 'utf8'),
  );
  return sources.map((source) => new URL(source, map).href.slice(root.href.length));
}

/** The file of a module, and all that it imports before it runs. */
function filesOf(module: string): readonly string[] {
  const file = fileOf.get(module);
  if (file === undefined) throw new Error(`${module}, of bench/budgets.ts, is not in the build`);
  const found = new Set([file]);
  for (const one of found) for (const imported of importsOf.get(one) ?? []) found.add(imported);
  return [...found];
}

type Language = (typeof languages)[number];

/** The modules with the messages of some parts, and with what every translation needs. */
function messageModules(parts: readonly string[], { tag, isReviewed }: Language) {
  if (parts.length === 0) return [];
  const all = isReviewed ? parts : [...parts, 'language'];
  return [
    ...all.map((part) => `src/i18n/generated/${part}-${tag}.ts`),
    ...(tag === 'en' ? [] : ['src/i18n/generated/translations.ts']),
    ...(isReviewed ? [] : ['src/core/language/language-draft.ts']),
  ];
}

function measure({ modules, messages, after }: Budget, language: Language) {
  const files = new Set(
    [entry, ...modules, ...messageModules(messages, language)].flatMap(filesOf),
  );
  if (after) for (const file of [entry, ...after].flatMap(filesOf)) files.delete(file);
  const sizes = [...files].map((file) => statSync(new URL(`${file}.br`, embed)).size);
  return { tag: language.tag, files, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

const measured = budgets.map((budget) => {
  const inEach = languages.map((language) => measure(budget, language));
  const largest = inEach.reduce((most, one) => (one.bytes > most.bytes ? one : most));
  return {
    ...budget,
    most: budget.checked ?? budget.planned,
    largest,
    english: inEach.find(({ tag }) => tag === 'en'),
  };
});

function row(name: string, ...cells: readonly unknown[]): void {
  console.log(name.padEnd(26) + cells.map((cell) => String(cell).padStart(10)).join(''));
}

row(
  'bytes after brotli',
  ...['largest', 'planned', 'checked', 'language', 'files', 'English', 'earlier'],
);
for (const {
  what,
  planned,
  most,
  largest: { bytes, tag, files },
  english,
} of measured)
  row(what, bytes, planned, most, tag, files.size, english?.bytes, earlierSizes[what]);

const exceeded = measured.filter(({ most, largest }) => largest.bytes > most);
for (const { what, most, largest } of exceeded)
  console.error(`${what}: ${largest.bytes - most} bytes over its budget in ${largest.tag}`);

// One table of budgets, in two places: here it is compared, there it is read.
const inCheck = budgets.map(
  ({ what, planned, checked }) => `${what}: ${planned / 1000} ${checked ? checked / 1000 : ''}`,
);
const page = readFileSync(new URL('docs/decisions/sizes.md', root), 'utf8');
const inPage = [...page.matchAll(/^\| (.+?) +\| +([\d.]+) +\| +([\d.]*) *\|/gm)].map(
  ([, what = '', planned = '', checked = '']) => `${what}: ${planned} ${checked}`,
);
const isSame = inPage.join() === inCheck.join();
if (!isSame) console.error(`docs/decisions/sizes.md has other budgets: ${inPage.join(', ')}`);

if (process.argv.includes('--check') && (exceeded.length > 0 || !isSame)) process.exitCode = 1;
