/** The catalogues of a language as one XLIFF 1.2 file, which Crowdin, Weblate and Phrase open alike, and back again. */
import { jsToXliff12, xliff12ToJs } from 'xliff';
import { readCatalogue, readParts, sourceLanguage } from './catalogues.mjs';

/** How translators are told what is filled in, and what a plural is. */
const noteOf = (part, key, source) =>
  [
    `${part}: ${key}`,
    ...(/\{\w+\}/.test(source) ? ['Leave what stands in {braces} as it is.'] : []),
    ...(source.includes(', plural,')
      ? [
          'ICU MessageFormat: write every plural form that your language has, such as one, few, many, other.',
        ]
      : []),
  ].join(' · ');

/** The words of every part with their translations, as far as there are any. */
export async function exportXliff(language) {
  const parts = await readParts();
  const resources = {};
  for (const part of parts) {
    const english = await readCatalogue(part, sourceLanguage);
    const translated = await readCatalogue(part, language).catch(() => ({}));
    resources[part] = Object.fromEntries(
      Object.entries(english).map(([key, source]) => [
        key,
        {
          source,
          ...(translated[key] === undefined ? {} : { target: translated[key] }),
          note: noteOf(part, key, source),
        },
      ]),
    );
  }
  return `${await jsToXliff12({ sourceLanguage, targetLanguage: language, resources })}\n`;
}

/**
 * Reads what translators give back: the language, and the words of each part. Lists in `stale` whatever was made from
 * English that has changed since.
 */
export async function importXliff(xml) {
  const { targetLanguage, resources } = await xliff12ToJs(xml);
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(targetLanguage ?? ''))
    throw new Error('the file does not say its target-language');
  const catalogues = {};
  const stale = [];
  for (const part of await readParts()) {
    const english = await readCatalogue(part, sourceLanguage);
    const units = resources[part] ?? {};
    for (const [key, { source }] of Object.entries(units))
      if (english[key] !== undefined && source !== english[key]) stale.push(`${part}: ${key}`);
    catalogues[part] = Object.fromEntries(
      Object.entries(units)
        .filter(([, { target }]) => typeof target === 'string' && target !== '')
        .map(([key, { target }]) => [key, target]),
    );
  }
  return { language: targetLanguage, catalogues, stale };
}
