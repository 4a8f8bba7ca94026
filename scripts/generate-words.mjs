/** Compiles the catalogues of words to functions, so that no page carries a message parser. */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';

const source = new URL('../src/i18n/catalogues/', import.meta.url);
const target = new URL('../src/i18n/generated/', import.meta.url);
const heading = '// Made from src/i18n/catalogues by scripts/generate-words.mjs; do not edit.\n';

async function readCatalogue(file) {
  const parsed = JSON.parse(await readFile(new URL(file, source), 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new TypeError(`${file} holds no object`);
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
function compare(locale, keys, expected) {
  const missing = expected.filter((key) => !keys.includes(key));
  const extra = keys.filter((key) => !expected.includes(key));
  if (missing.length + extra.length > 0)
    throw new Error(
      `${locale}: missing ${missing.join(', ') || 'none'}; not in English: ${extra.join(', ') || 'none'}`,
    );
}

await mkdir(target, { recursive: true });
const english = Object.keys(await readCatalogue('en.json'));
for (const file of (await readdir(source)).filter((name) => name.endsWith('.json'))) {
  const locale = file.replace(/\.json$/, '');
  const catalogue = await readCatalogue(file);
  compare(locale, Object.keys(catalogue), english);
  await writeFile(new URL(`${locale}.ts`, target), compile(locale, catalogue));
}
await writeFile(
  new URL('keys.ts', target),
  `${heading}/** Every key of the catalogue. */\nexport type WordKey =\n${english.map((key) => `  | ${JSON.stringify(key)}`).join('\n')};\n`,
);
