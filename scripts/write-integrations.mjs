/**
 * Writes descriptions of the elements from `custom-elements.json`: for VS Code and JetBrains in `dist/editors`, types
 * for JSX in `dist/frameworks`, and types for React, Vue and Svelte based on them in `integrations/`.
 */
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const editors = join(root, 'dist', 'editors');
const frameworks = join(root, 'dist', 'frameworks');

/** Writes all files again; `npm run build` calls it. */
export async function writeIntegrations() {
  for (const folder of [editors, frameworks]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const manifest = () => JSON.parse(readFileSync(join(root, 'custom-elements.json'), 'utf8'));
  const { generateVsCodeCustomElementData } = await import('custom-element-vs-code-integration');
  generateVsCodeCustomElementData(manifest(), {
    outdir: editors,
    htmlFileName: 'html-custom-data.json',
    cssFileName: 'css-custom-data.json',
    hideLogs: true,
  });
  const { generateJetBrainsWebTypes } = await import('custom-element-jet-brains-integration');
  generateJetBrainsWebTypes(manifest(), {
    outdir: editors,
    webTypesFileName: 'web-types.json',
    packageJson: false,
    hideLogs: true,
  });
  await writeTypes(manifest());
}

async function writeTypes(manifest) {
  const { generateJsxTypes } = await import('@wc-toolkit/jsx-types');
  generateJsxTypes(manifest, {
    outdir: frameworks,
    fileName: 'jsx.d.ts',
    globalTypePath: '../npm/index.js',
    stronglyTypedEvents: true,
  });
  const file = join(frameworks, 'jsx.d.ts');
  writeFileSync(file, ours(readFileSync(file, 'utf8'), manifest));
  const folder = join(root, 'integrations');
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(frameworks, name));
  // An empty module for code that imports the types as a module.
  for (const name of ['jsx', 'react', 'vue', 'svelte'])
    writeFileSync(join(frameworks, `${name}.js`), 'export {};\n');
}

/**
 * The types for JSX, without declarations for every framework and with the missing imports: version 1.8 of the
 * generator has no option for either.
 */
function ours(text, { modules }) {
  const end = text.indexOf('\ndeclare module ');
  const events = new Set(
    modules.flatMap(({ declarations }) =>
      declarations.flatMap((one) => (one.events ?? []).map(({ type }) => type.text)),
    ),
  );
  const withBase = text.slice(0, end).replace('\ntype BaseProps<', '\nexport type BaseProps<');
  if (end < 0 || !withBase.includes('export type BaseProps<'))
    throw new Error('@wc-toolkit/jsx-types writes in another way: scripts/write-integrations.mjs');
  return `import type { ${[...events].join(', ')} } from "../npm/index.js";\n${withBase}`;
}
