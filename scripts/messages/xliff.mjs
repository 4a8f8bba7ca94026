/** Converts the catalogues of a language to one XLIFF 1.2 file, which Crowdin, Weblate and Phrase support, and back. */
import { jsToXliff12, xliff12ToJs } from 'xliff';
import { readCatalogue, readParts, sourceLanguage } from './catalogues.mjs';

/** Explains placeholders and plurals to translators. */
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

/** The messages of every part with their existing translations. */
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
 * Reads a translated file: the language, and the messages of each part. `stale` lists translations of English messages
 * that have changed since.
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
