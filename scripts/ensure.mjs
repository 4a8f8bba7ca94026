import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);

/**
 * Installs the packages of a folder's lock file, by default the project's, unless they are installed already; ends the
 * process if this fails.
 */
export function ensureInstalled(folder = root) {
  const mark = new URL('node_modules/.ensured', folder);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`This needs Node 20.19 or newer, and this is ${process.version}: see https://nodejs.org.`);
  }
  const wanted = fingerprint(folder);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  install(folder);
  writeFileSync(mark, wanted);
}

/** Native packages are built for one version of Node, so another version needs a new installation. */
function fingerprint(folder) {
  const lock = readFileSync(new URL('package-lock.json', folder));
  return createHash('sha256').update(lock).update(process.version).digest('hex');
}

function install(folder) {
  const onWindows = process.platform === 'win32';
  // With NODE_ENV=production, which a Vite build sets for its whole process, npm would omit the development tools.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = spawnSync(onWindows ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    // Node runs .cmd files only with a shell.
    shell: onWindows,
    stdio: 'inherit',
    env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
  });
  if (status !== 0) fail('The packages could not be installed: see what "npm ci" says above.');
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

// `node scripts/ensure.mjs demo/frameworks` installs those of another folder.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  ensureInstalled(process.argv[2] ? new URL(`${process.argv[2]}/`, root) : root);
