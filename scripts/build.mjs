/** `npm run build`: the messages, the script tag with its compressed chunks, and the npm package. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const embed = join(root, 'dist', 'embed');

/** Builds the files that the backend serves. */
export async function build() {
  await generate();
  const { build: viteBuild } = await import('vite');
  await viteBuild({ root, logLevel: 'warn' });
  for (const file of filesIn(embed)) compress(file);
}

/** Generates the modules that others import: messages, tokens and themes. */
export async function generate() {
  await import('./messages/generate-messages.mjs');
  await import('./tokens/generate-tokens.mjs');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

/** Builds the npm package: the modules, and the descriptions of the elements for editors and frameworks. */
export async function buildPackage() {
  rmSync(join(root, 'dist', 'npm'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiler = spawn(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [status] = await once(compiler, 'close');
  if (status !== 0) throw new Error('the modules for npm could not be compiled');
  const { writeIntegrations } = await import('./write-integrations.mjs');
  await writeIntegrations();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await build();
  await buildPackage();
}
