import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import * as z from 'zod/mini';
import { Deployment } from '../settings/deployment-schema.js';

// Writes the JSON Schema with which editors check a settings file; with `--check` it only checks that
// the existing file is up to date.

const file = fileURLToPath(new URL('../../docs/settings.schema.json', import.meta.url));

const schema = {
  title: 'Settings of a Kith deployment',
  ...z.toJSONSchema(Deployment, { io: 'input' }),
};
const options = await prettier.resolveConfig(file);
const text = await prettier.format(JSON.stringify(schema), { ...options, filepath: file });

if (!process.argv.includes('--check')) await writeFile(file, text);
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('docs/settings.schema.json is out of date: run "npm run settings-schema".');
  process.exitCode = 1;
}
