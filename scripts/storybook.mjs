/** `npm run storybook` serves the stories during development; `npm run build:storybook` builds static files. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const output = join('dist', 'storybook');
const demonstration = join('dist', 'storybook-demonstration');

/** Builds the static Storybook and returns its folder. */
export async function buildStorybook() {
  await prepare();
  await storybook('build', '--output-dir', output, '--quiet');
  return join(root, output);
}

async function prepare() {
  const { generate } = await import('./build.mjs');
  await generate();
  await writeDemonstration();
}

// The build is slow, and its result changes only with its sources.
async function writeDemonstration() {
  const made = join(root, demonstration, 'made-of.txt');
  const madeOf = fingerprint(['server', 'src', 'demo/settings.json', '.storybook/backend']);
  if (existsSync(made) && readFileSync(made, 'utf8') === madeOf) return;
  await run('--import', 'tsx', '.storybook/backend/write-demonstration.ts', demonstration);
  writeFileSync(made, madeOf);
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesIn(join(root, path))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true })
        .map((name) => join(path, String(name)))
        .filter((file) => statSync(file).isFile())
        .sort()
    : [path];

const storybook = (...args) =>
  run('node_modules/storybook/dist/bin/dispatcher.js', ...args, '--disable-telemetry');

function run(...args) {
  mkdirSync(join(root, demonstration), { recursive: true });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args[0]} ended with ${code}`));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  if (process.argv[2] === 'build') await buildStorybook();
  else {
    await prepare();
    await storybook('dev', '--port', '6006', '--no-open', '--no-version-updates');
  }
}
