/**
 * `npm run i18n -- export [cy]` writes the messages of one or every language to `dist/i18n/cy.xliff` for translators;
 * `npm run i18n -- import FILE` checks a translated file and updates the catalogues.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../ensure.mjs';

ensureInstalled();
const { addressOf, checkCatalogue, readCatalogue, readLanguages, sourceLanguage, writtenLike } =
  await import('./catalogues.mjs');
const { exportXliff, importXliff } = await import('./xliff.mjs');

const folder = fileURLToPath(new URL('../../dist/i18n/', import.meta.url));

async function exportWords(tag) {
  const listed = (await readLanguages()).map((one) => one.tag);
  await mkdir(folder, { recursive: true });
  for (const language of tag ? [tag] : listed.filter((one) => one !== sourceLanguage)) {
    const file = join(folder, `${language}.xliff`);
    await writeFile(file, await exportXliff(language));
    console.log(file);
  }
}

async function importWords(file) {
  const { language, catalogues, stale } = await importXliff(await readFile(file, 'utf8'));
  // All or nothing, because an incomplete language would break the next build.
  for (const [part, catalogue] of Object.entries(catalogues))
    checkCatalogue(part, language, catalogue, await readCatalogue(part, sourceLanguage));
  for (const [part, catalogue] of Object.entries(catalogues)) {
    const english = await readFile(addressOf(part, sourceLanguage), 'utf8');
    await writeFile(addressOf(part, language), writtenLike(english, catalogue));
  }
  console.log(`${language}: ${Object.keys(catalogues).length} parts`);
  for (const one of stale) console.warn(`made from English that has changed since: ${one}`);
  if (!(await readLanguages()).some(({ tag }) => tag === language))
    console.warn(`add ${language} to src/i18n/languages.json`);
}

const [command, argument] = process.argv.slice(2);
try {
  if (command === 'export') await exportWords(argument);
  else if (command === 'import' && argument) await importWords(argument);
  else throw new Error('npm run i18n -- export [language] | import FILE');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
