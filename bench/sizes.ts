/**
 * What visitors download, in bytes after brotli (quality 11), against the budgets. `--check` ends with 1 when
 * one is exceeded. Reads what `npm run build` made.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const embed = new URL('../dist/embed/', import.meta.url);

const sizeOf = (file: string): number =>
  brotliCompressSync(readFileSync(new URL(file, embed))).length;

// Static imports only: what a file needs before it runs.
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(new URL(file, embed), 'utf8');
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s?["'`]\.\/([\w.-]+\.js)["'`]/g))
    withImports(`chunks/${name}`, found);
  return found;
}

const chunks = readdirSync(new URL('chunks/', embed)).filter((name) => name.endsWith('.js'));
const chunk = (wanted: string): string => {
  const name = chunks.find((one) => one.replace(/-[\w-]{8}\.js$/, '') === wanted);
  if (name === undefined)
    throw new Error(`no chunk called ${wanted}; the build has changed, and so must this`);
  return `chunks/${name}`;
};
const total = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + sizeOf(file), 0);

const untouched = new Set(['kith.js', ...withImports(chunk('base'))]);
const finder = new Set([
  'kith.js',
  ...withImports(chunk('finder')),
  ...withImports(chunk('finder-en')),
  ...withImports(chunk('qr-code')),
]);
const list = new Set([
  'kith.js',
  ...withImports(chunk('list')),
  ...withImports(chunk('finder-en')),
  ...withImports(chunk('qr-code')),
]);
const map = chunk('finder-map');
const status = new Set([
  'kith.js',
  ...withImports(chunk('status')),
  ...withImports(chunk('form-en')),
  ...withImports(chunk('status-en')),
]);
const suggest = new Set([
  'kith.js',
  ...withImports(chunk('suggest')),
  ...withImports(chunk('form-en')),
  ...withImports(chunk('suggest-en')),
]);
const others = new Set([
  ...withImports(chunk('form')),
  ...withImports(chunk('form-en')),
  ...withImports(chunk('others')),
  ...withImports(chunk('others-en')),
  'kith.js',
]);
const menu = new Set(['kith.js', ...withImports(chunk('menu')), ...withImports(chunk('menu-en'))]);
const about = new Set([
  'kith.js',
  ...withImports(chunk('about')),
  ...withImports(chunk('about-en')),
]);
const form = new Set([
  ...untouched,
  ...withImports(chunk('form')),
  ...withImports(chunk('form-en')),
]);

/** Budgets of the script tag, in bytes. */
const budgets = [
  { name: 'kith.js', size: sizeOf('kith.js'), most: 2_000 },
  { name: 'before anyone touches the button', size: total(untouched), most: 9_000 },
  { name: 'the whole form, in English', size: total(form), most: 32_000 },
  { name: 'the whole finder, in English', size: total(finder), most: 30_000 },
  { name: 'the whole list, in English', size: total(list), most: 28_000 },
  { name: 'the form to refer others', size: total(others), most: 38_000 },
  { name: 'how a referral stands', size: total(status), most: 38_000 },
  { name: 'suggesting an activity', size: total(suggest), most: 39_000 },
  { name: 'the menu of doors, in English', size: total(menu), most: 11_000 },
  { name: 'what it is, in English', size: total(about), most: 10_000 },
  { name: 'its map, when somebody asks for it', size: sizeOf(map), most: 40_000 },
];

for (const { name, size, most } of budgets)
  console.log(`${name.padEnd(34)}${String(size).padStart(7)} of ${String(most).padStart(6)} bytes`);

const counted = new Set([
  ...form,
  ...finder,
  ...list,
  ...menu,
  ...about,
  ...others,
  ...status,
  ...suggest,
  map,
]);
const left = chunks.filter((name) => !counted.has(`chunks/${name}`));
if (left.length > 0) console.log(`in none of these: ${left.join(', ')}`);
if (process.argv.includes('--check') && budgets.some(({ size, most }) => size > most)) {
  console.error('A size budget is exceeded: see docs/decisions/sizes.md for what counts and why.');
  process.exitCode = 1;
}
