/**
 * Writes docs/words.md: every key of the catalogues with its English message, for services that replace messages. With
 * `--check`, fails if the page is not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import prettier from 'prettier';
import { readCatalogue, readParts, sourceLanguage } from './catalogues.mjs';

const target = new URL('../../docs/words.md', import.meta.url);

const about = {
  common: 'What several elements say',
  form: 'The referral form',
  others: 'The form for whoever refers somebody else',
  finder: 'Activities: finder and list',
  menu: 'The menu of doors',
  about: 'What social prescribing is',
  status: 'How a referral stands',
  suggest: 'Suggesting an activity',
  language: 'The choice of a language',
};

const parts = await Promise.all(
  (await readParts()).map(async (part) => {
    if (!about[part]) throw new Error(`${part} has no title in scripts/messages/messages-page.mjs`);
    const words = Object.entries(await readCatalogue(part, sourceLanguage));
    const lines = words.map(([key, text]) => `"${key}": ${JSON.stringify(text)}`).join('\n');
    return `## ${about[part]}\n\n\`\`\`text\n${lines}\n\`\`\`\n`;
  }),
);

const page = `# Words

Every key, with what it says in English. Whatever stands in braces is filled in; \`plural\` and \`select\` are of [ICU MessageFormat](https://unicode-org.github.io/icu/userguide/format_parse/messages/). How to put your own words in the place of ours: [embedding.md](embedding.md#your-own-words). This page is made by \`npm run manifest\`; do not edit it.

${parts.join('\n')}`;

const options = await prettier.resolveConfig(target.pathname);
const written = await prettier.format(page, { ...options, parser: 'markdown' });
const before = await readFile(target, 'utf8').catch(() => '');
if (before === written) process.exit();
if (process.argv.includes('--check')) {
  console.error('docs/words.md is stale: run npm run manifest and commit it');
  process.exit(1);
}
await writeFile(target, written);
