/** `npm run build`: the words, the script tag with its chunks, each also compressed, and the package for npm. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
const embed = join(root, 'dist', 'embed');

/** Builds what the backend serves. */
export async function build() {
  await generate();
  const { build: viteBuild } = await import('vite');
  await viteBuild({ root, logLevel: 'warn' });
  for (const file of filesIn(embed).filter((name) => name.endsWith('.js'))) await squeeze(file);
  for (const file of filesIn(embed).filter((name) => /\.(js|css|map)$/.test(name))) compress(file);
}

/** Makes the modules that everything else imports: the words, and the tokens and themes. */
export async function generate() {
  await import('./generate-words.mjs');
  await import('./generate-tokens.mjs');
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

// Terser after the bundler's own minifier takes another 2 % off what visitors download; before it, or
// instead of it, it takes nothing.
async function squeeze(file) {
  const { minify } = await import('terser');
  const { code, map } = await minify(readFileSync(file, 'utf8'), {
    module: true,
    ecma: 2020,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false },
    // The backend names the map in a header, which visitors do not have to download.
    sourceMap: { content: mapOf(file) },
  });
  writeFileSync(file, code);
  writeFileSync(`${file}.map`, map);
}

const mapOf = (file) =>
  existsSync(`${file}.map`) ? readFileSync(`${file}.map`, 'utf8') : undefined;

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

/** Builds what npm users import: the modules, and what editors and frameworks know of the elements. */
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
