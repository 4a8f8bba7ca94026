/**
 * Compiles the catalogues of words to functions, so that no page carries a message parser. Each part is loaded by
 * itself; one that can fail or be filled in wrong holds what `common` says, too.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';

const source = new URL('../src/i18n/catalogues/', import.meta.url);
const target = new URL('../src/i18n/generated/', import.meta.url);
// What is read beside the form has the common words there.
const parts = {
  form: true,
  others: false,
  status: false,
  suggest: false,
  finder: true,
  about: false,
  menu: false,
};
const heading = '// Made from src/i18n/catalogues by scripts/generate-words.mjs; do not edit.\n';

async function readCatalogue(part, file) {
  const parsed = JSON.parse(await readFile(new URL(`${part}/${file}`, source), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null)
    throw new TypeError(`${part}/${file} holds no object`);
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]));
}

// Words with nothing but `{name}` in them stay text, which `wordsOf` fills in: smaller than a function.
function compile(locale, catalogue) {
  const entries = Object.entries(catalogue);
  const isPlain = (message) => !/[{}#']/.test(message.replace(/\{\w+\}/g, ''));
  const plain = Object.fromEntries(entries.filter(([, message]) => isPlain(message)));
  const filled = Object.fromEntries(entries.filter(([, message]) => !isPlain(message)));
  const compiled = compileModule(new MessageFormat(locale), filled).replace(
    'export default {',
    'const filled = {',
  );
  return `${heading}// @ts-nocheck\nimport type { Catalogue } from '../words.js';\n${compiled}\nconst words: Catalogue = { ...${JSON.stringify(plain, null, 2)}, ...filled };\nexport default words;\n`;
}

/** Throws when a language lacks a key that English has, or has one too many. */
function compare(name, keys, expected) {
  const missing = expected.filter((key) => !keys.includes(key));
  const extra = keys.filter((key) => !expected.includes(key));
  if (missing.length + extra.length > 0)
    throw new Error(
      `${name}: missing ${missing.join(', ') || 'none'}; not in English: ${extra.join(', ') || 'none'}`,
    );
}

async function readChecked(part, file) {
  const catalogue = await readCatalogue(part, file);
  const english = await readCatalogue(part, 'en.json');
  compare(`${part}/${file}`, Object.keys(catalogue), Object.keys(english));
  return catalogue;
}

/** How the words of a part are loaded, by language. */
function loads(part, files) {
  const lines = files.map((file) => {
    const locale = file.replace(/\.json$/, '');
    return `  ${JSON.stringify(locale)}: () => import('./${part}-${locale}.js'),\n`;
  });
  return `${heading}import type { Part } from '../language.js';\n\n/** The words of the ${part}. */\nexport const ${part}: Part = {\n${lines.join('')}};\n`;
}

const keysType = (name, about, keys) =>
  `/** ${about} */\nexport type ${name} =\n${keys.map((key) => `  | ${JSON.stringify(key)}`).join('\n')};\n`;

await mkdir(target, { recursive: true });
const common = Object.keys(await readCatalogue('common', 'en.json'));
const types = [keysType('CommonKey', 'Every key of the words that several parts have.', common)];
for (const [part, hasCommon] of Object.entries(parts)) {
  const own = Object.keys(await readCatalogue(part, 'en.json'));
  const twice = own.filter((key) => common.includes(key));
  if (twice.length > 0) throw new Error(`${part} and common both hold ${twice.join(', ')}`);
  const files = (await readdir(new URL(`${part}/`, source))).filter((name) =>
    name.endsWith('.json'),
  );
  for (const file of files) {
    const words = {
      ...(hasCommon ? await readChecked('common', file) : {}),
      ...(await readChecked(part, file)),
    };
    const locale = file.replace(/\.json$/, '');
    await writeFile(new URL(`${part}-${locale}.ts`, target), compile(locale, words));
  }
  await writeFile(new URL(`${part}.ts`, target), loads(part, files));
  const name = `${part[0].toUpperCase()}${part.slice(1)}Key`;
  const all = hasCommon ? [...common, ...own] : own;
  types.push(keysType(name, `Every key of the words of the ${part}.`, all));
}
await writeFile(new URL('keys.ts', target), `${heading}${types.join('\n')}`);
