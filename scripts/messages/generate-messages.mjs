/**
 * Compiles the catalogues of messages to functions, so that no page carries a message parser. Each part and language is
 * loaded separately; a part that shows errors includes the messages of `common`. Fails if a message is missing or
 * invalid.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import {
  checkCatalogue,
  pseudo,
  pseudoLanguage,
  readCatalogue,
  readLanguages,
  readParts,
  sourceLanguage,
} from './catalogues.mjs';
import { writeChanged } from '../write-changed.mjs';

const target = new URL('../../src/i18n/generated/', import.meta.url);
// Parts, and whether they include the common messages; parts that are loaded beside the form find those there.
const parts = {
  form: true,
  others: false,
  status: false,
  suggest: false,
  finder: true,
  about: false,
  menu: false,
  language: false,
};
const heading =
  '// Made from src/i18n/catalogues by scripts/messages/generate-messages.mjs; do not edit.\n';

// Values may run in the other direction, such as an English name in a line of Urdu: isolates keep the text around them
// in order (Unicode Bidirectional Algorithm, UAX #9, first strong isolate).
const isolated = (message) => message.replace(/(?<![\u2066-\u2068])\{\w+\}/g, '\u2068$&\u2069');

// Versions of Node support one or the other.
function isFromTheRight(language) {
  const locale = new Intl.Locale(language);
  return (locale.getTextInfo?.() ?? locale.textInfo).direction === 'rtl';
}

// Messages with nothing but placeholders such as `{name}` stay text, which `messagesFrom` fills in: smaller than a function.
const isPlain = (message) => !/[{}#']/.test(message.replace(/\{\w+\}/g, ''));

/** The files of one part in one language, by name. */
function compile(name, language, catalogue) {
  const entries = Object.entries(catalogue);
  const plain = Object.fromEntries(
    entries
      .filter(([, message]) => isPlain(message))
      .map(([key, message]) => [key, isFromTheRight(language) ? isolated(message) : message]),
  );
  // The output of the compiler is not changed.
  const functions = compileModule(
    new MessageFormat(language),
    Object.fromEntries(entries.filter(([, message]) => !isPlain(message))),
  );
  return {
    [`${name}.functions.ts`]: `${heading}// @ts-nocheck\n${functions}`,
    [`${name}.ts`]: [
      `${heading}// @ts-nocheck`,
      `import type { Catalogue } from '../messages.js';`,
      `import functions from './${name}.functions.js';\n`,
      `const messages: Catalogue = { ...${JSON.stringify(plain, null, 2)}, ...functions };`,
      'export default messages;\n',
    ].join('\n'),
  };
}

/** Loads the English messages of a part; `translations` has those of other languages. */
const partOf = (part) =>
  `${heading}import type { CataloguePart } from '../messages.js';\n\n/** The messages of the ${part}. */\nexport const ${part}: CataloguePart = {\n  name: ${JSON.stringify(part)},\n  english: () => import('./${part}-${sourceLanguage}.js'),\n};\n`;

const loadsOf = (language) =>
  `  ${JSON.stringify(language.toLowerCase())}: {\n${Object.keys(parts)
    .map((part) => `    ${part}: () => import('./${part}-${language}.js'),\n`)
    .join('')}  },\n`;

const translationsOf = (languages) =>
  `${heading}import type { LoadCatalogue } from '../messages.js';\n\n/** Loads the messages of each part, by language; English is with the parts. */\nexport const translations: Readonly<Record<string, Readonly<Record<string, LoadCatalogue>>>> = {\n${languages.map(loadsOf).join('')}};\n`;

/** Separate from the names of languages, because every element loads this list. */
const knownOf = (languages) =>
  `${heading}/** Every language (BCP 47, in small letters) with a catalogue; the last one is a pseudo-language for tests. */\nexport const known: readonly string[] = ${JSON.stringify(languages.map((one) => one.toLowerCase()))};\n`;

const namesOf = (languages) =>
  `${heading}/** A language that people can choose. */\nexport interface Language {\n  readonly tag: string;\n  /** The language's own name for itself. */\n  readonly name: string;\n  /** The label of the choice of languages, in this language. */\n  readonly label: string;\n  /** Whether a native speaker has reviewed all of its messages. */\n  readonly isReviewed: boolean;\n}\n\n/** Every language that people can choose. */\nexport const languages: readonly Language[] = ${JSON.stringify(languages, null, 2)};\n`;

const keysType = (name, about, keys) =>
  `/** ${about} */\nexport type ${name} =\n${keys.map((key) => `  | ${JSON.stringify(key)}`).join('\n')};\n`;

const languages = await readLanguages();
const translated = languages.map(({ tag }) => tag).filter((tag) => tag !== sourceLanguage);
const english = Object.fromEntries(
  await Promise.all(
    (await readParts()).map(async (part) => [part, await readCatalogue(part, sourceLanguage)]),
  ),
);

/** The messages of a part, checked. */
async function messagesOf(part, language) {
  if (language === pseudoLanguage)
    return Object.fromEntries(
      Object.entries(english[part]).map(([key, message]) => [key, pseudo(message)]),
    );
  const catalogue = await readCatalogue(part, language);
  checkCatalogue(part, language, catalogue, english[part]);
  return catalogue;
}

// The label is needed before the messages of the language are loaded.
async function withLabel({ tag, name, isReviewed }) {
  const { 'language.label': label } = await messagesOf('language', tag);
  return { tag, name, label, isReviewed };
}

const files = new Map();
const common = Object.keys(english.common);
const types = [
  keysType('CommonKey', 'Every key of the messages that several parts share.', common),
];
for (const [part, hasCommon] of Object.entries(parts)) {
  const own = Object.keys(english[part]);
  const twice = own.filter((key) => common.includes(key));
  if (twice.length > 0) throw new Error(`${part} and common both hold ${twice.join(', ')}`);
  for (const language of [sourceLanguage, ...translated, pseudoLanguage]) {
    const messages = {
      ...(hasCommon ? await messagesOf('common', language) : {}),
      ...(await messagesOf(part, language)),
    };
    const rules = language === pseudoLanguage ? sourceLanguage : language;
    const compiled = compile(`${part}-${language}`, rules, messages);
    for (const [name, content] of Object.entries(compiled)) files.set(name, content);
  }
  files.set(`${part}.ts`, partOf(part));
  const name = `${part[0].toUpperCase()}${part.slice(1)}Key`;
  types.push(
    keysType(
      name,
      `Every key of the messages of the ${part}.`,
      hasCommon ? [...common, ...own] : own,
    ),
  );
}
files.set('keys.ts', `${heading}${types.join('\n')}`);
files.set('translations.ts', translationsOf([...translated, pseudoLanguage]));
files.set('known.ts', knownOf([sourceLanguage, ...translated, pseudoLanguage]));
files.set('languages.ts', namesOf(await Promise.all(languages.map(withLabel))));

await mkdir(target, { recursive: true });
for (const [name, content] of files) await writeChanged(new URL(name, target), content);
// Files of a removed language would otherwise stay in the bundle.
for (const name of await readdir(target)) if (!files.has(name)) await rm(new URL(name, target));
