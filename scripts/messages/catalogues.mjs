/**
 * The message catalogues as files: which parts and languages exist, and whether each message is valid. Errors name the
 * file and the key, because translators see them, too.
 */
import { readFile, readdir } from 'node:fs/promises';
import { parse } from '@messageformat/parser';

const i18n = new URL('../../src/i18n/', import.meta.url);

/** The language from which all others are translated. */
export const sourceLanguage = 'en';

/** A pseudo-language with accents and long words for developers; people cannot choose it. */
export const pseudoLanguage = 'en-XA';

/** The address of the catalogue of a part in a language. */
export const addressOf = (part, language) => new URL(`catalogues/${part}/${language}.json`, i18n);

/** Every language: its tag, its own name, and whether a native speaker has reviewed all messages. */
export const readLanguages = async () =>
  JSON.parse(await readFile(new URL('languages.json', i18n), 'utf8'));

/** Every part with its own catalogue, such as the form. */
export const readParts = async () => (await readdir(new URL('catalogues/', i18n))).sort();

/** The messages of a part by key. Throws a TypeError if the file contains anything else. */
export async function readCatalogue(part, language) {
  const name = nameOf(part, language);
  const parsed = JSON.parse(
    await readFile(addressOf(part, language), 'utf8').catch(() => {
      throw new Error(`${name} is missing: every language needs every part`);
    }),
  );
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new TypeError(`${name} holds no object`);
  for (const [key, message] of Object.entries(parsed))
    if (typeof message !== 'string') throw new TypeError(`${name}: ${key} is no text`);
  return parsed;
}

const nameOf = (part, language) => `${part}/${language}.json`;

/** Throws an Error that lists every mistake in the messages of a part in a language. */
export function checkCatalogue(part, language, catalogue, english) {
  const problems = [
    ...Object.keys(english)
      .filter((key) => !Object.hasOwn(catalogue, key))
      .map((key) => `${key} is missing`),
    ...Object.keys(catalogue)
      .filter((key) => !Object.hasOwn(english, key))
      .map((key) => `${key} is not in English`),
    ...Object.entries(catalogue)
      .filter(([key]) => Object.hasOwn(english, key))
      .flatMap(([key, message]) =>
        problemsOf(language, message, english[key]).map((problem) => `${key} ${problem}`),
      ),
  ];
  if (problems.length > 0)
    throw new Error(problems.map((one) => `${nameOf(part, language)}: ${one}`).join('\n'));
}

/** The mistakes in a message, as the end of a sentence that starts with its key. */
function problemsOf(language, message, english) {
  const read = tokensOf(message);
  if (read.failure !== undefined) return [`cannot be read: ${read.failure}`];
  if (message.trim() === '' && english.trim() !== '') return ['is empty'];
  const wanted = argumentsOf(tokensOf(english).tokens ?? []);
  const given = argumentsOf(read.tokens);
  const plurals = everyPlural(read.tokens);
  const isCounted = (name) => plurals.some(({ arg }) => arg === name);
  const wasCounted = everyPlural(tokensOf(english).tokens ?? []).map(({ arg }) => arg);
  return [
    ...[...wanted].filter((name) => !given.has(name)).map((name) => `lacks {${name}}`),
    ...[...given].filter((name) => !wanted.has(name)).map((name) => `has {${name}} too many`),
    ...wasCounted.filter((name) => !isCounted(name)).map((name) => `has no plural of {${name}}`),
    ...unknownKinds(read.tokens).map((kind) => `holds a ${kind}, which nothing here can fill in`),
    ...plurals.flatMap((one) => pluralProblems(language, one)),
  ];
}

function tokensOf(message) {
  try {
    return { tokens: parse(message, { strict: true, strictPluralKeys: false }) };
  } catch (error) {
    return { failure: error.message.split('\n')[0] };
  }
}

function pluralProblems(language, { arg, cases, type }) {
  const rules = new Intl.PluralRules(language, {
    type: type === 'selectordinal' ? 'ordinal' : 'cardinal',
  });
  const needed = rules.resolvedOptions().pluralCategories;
  const forms = cases.filter(({ key }) => !key.startsWith('='));
  const inOther = others(forms.find(({ key }) => key === 'other')?.tokens ?? [], arg);
  return [
    ...needed
      .filter((category) => !forms.some(({ key }) => key === category))
      .map((category) => `lacks the form “${category}” of {${arg}}`),
    ...forms
      .filter(({ key }) => !needed.includes(key))
      .map(({ key }) => `has a form “${key}” of {${arg}}, which ${language} does not have`),
    // Some plural forms may spell out the number; every other placeholder must be in all forms.
    ...forms
      .filter(({ tokens }) => others(tokens, arg) !== inOther)
      .map(({ key }) => `fills in other things in the form “${key}” of {${arg}} than in “other”`),
  ];
}

const others = (tokens, counted) =>
  [...argumentsOf(tokens)]
    .filter((name) => name !== counted)
    .sort()
    .join();

const everyToken = (tokens) =>
  tokens.flatMap((token) => [
    token,
    ...everyToken((token.cases ?? []).flatMap((one) => one.tokens)),
  ]);

const argumentsOf = (tokens) =>
  new Set(everyToken(tokens).flatMap(({ arg }) => (arg === undefined ? [] : [arg])));

const everyPlural = (tokens) =>
  everyToken(tokens).filter(({ type }) => /^(plural|selectordinal)$/.test(type));

const unknownKinds = (tokens) =>
  everyToken(tokens)
    .map(({ type }) => type)
    .filter((type) => !['content', 'argument', 'plural'].includes(type));

/** The text of a catalogue's file, with its keys and empty lines in the order of the English one. */
export function writtenLike(englishText, catalogue) {
  return englishText.replace(
    /^( {2}("(?:[^"\\]|\\.)*"): )"(?:[^"\\]|\\.)*"/gm,
    (_, start, key) => `${start}${JSON.stringify(catalogue[JSON.parse(key)])}`,
  );
}

// prettier-ignore
const accents = {
  a: 'à', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ',
  n: 'ñ', o: 'ö', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
  A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ',
  N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
};

/** An English message with accents and long words: 40 % longer, with all placeholders kept. */
export function pseudo(message) {
  const { tokens = [] } = tokensOf(message);
  return tokens.map(pseudoToken).join('');
}

function pseudoToken({ type, value, arg, cases }) {
  if (type === 'content') return lengthened(value);
  if (type === 'argument') return `{${arg}}`;
  const forms = cases.map(({ key, tokens }) => `${key} {${tokens.map(pseudoToken).join('')}}`);
  return `{${arg}, ${type}, ${forms.join(' ')}}`;
}

// Only vowels are repeated, so that lines still break between words.
function lengthened(text) {
  let owed = 0;
  return text.replace(/[A-Za-z]/g, (letter) => {
    const accent = accents[letter];
    owed += 0.4;
    if (owed < 1 || !/[aeiou]/.test(letter)) return accent;
    const more = Math.floor(owed);
    owed -= more;
    return accent.repeat(1 + more);
  });
}
