/**
 * `npm test`: installs missing packages, then runs every check, two steps at a time. `npm test -- types server` runs
 * only these steps, and `npm test -- server test/server/app.test.ts` only these files.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../ensure.mjs';

ensureInstalled();
const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

const { build, buildPackage, generate } = await import('../build.mjs');
const { compileTests, compiled, programs } = await import('./compile.mjs');
const { show, sideBySide } = await import('./side-by-side.mjs');
const { filledDatabase, testDatabase } = await import('./test-databases.mjs');
const { register } = await import('tsx/esm/api');
register();

const totals = { passed: 0 };
const endings = [];

const node = (...args) => run(process.execPath, args);
const bin = (name, ...args) => run(process.execPath, [join('node_modules', name), ...args]);

/** Runs a program, shows and returns its output, and rejects if it fails. */
function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      show(chunk);
    });
    child.stderr.on('data', show);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(Object.assign(new Error(`${args[0]} ended with ${code}`), { output }));
    });
  });
}

const filesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => join(folder, name))
        // Long files first, so that none runs alone at the end.
        .sort((a, b) => statSync(b).size - statSync(a).size)
    : [];

const folders = {
  manifest: ['manifest'],
  package: ['package'],
  unit: ['unit'],
  server: ['server'],
  journeys: ['journeys'],
  frameworks: ['frameworks'],
  stories: ['stories'],
};

/** The test files of a step, or the requested ones. */
function testsOf(step) {
  const all = (folders[step] ?? []).flatMap((name) => filesIn(join('test', name)));
  return files.length > 0 && all.length > 0 ? files : all;
}

let compilation;
const compileOnce = () => (compilation ??= compileTests([...new Set(wanted.flatMap(testsOf))]));

/**
 * Runs the tests of a step.
 * @param database whether they need their own PostgreSQL server
 * @param filled whether new databases start with the demonstration's directory
 */
async function nodeTests(step, { database = false, filled = false } = {}) {
  const sources = testsOf(step);
  if (sources.length === 0) throw new Error('no test file found');
  await compileOnce();
  const server = database ? await testDatabase(endings) : '';
  const template = filled ? await filledDatabase(server, programs.main, endings) : '';
  const { findBrowser } = await import('../browser.mjs');
  const output = await run(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      // A failed test may have left something running.
      '--test-force-exit',
      '--test-reporter=spec',
      '--test-concurrency=2',
      ...sources.map(compiled),
    ],
    {
      KITH_TEST_DATABASE_URL: server,
      KITH_TEST_TEMPLATE: template,
      DATABASE_URL: '',
      CHROME_PATH: findBrowser(),
    },
  );
  totals.passed += Number(/^ℹ pass (\d+)/m.exec(output)?.[1] ?? 0);
  const skipped = Number(/^ℹ skipped (\d+)/m.exec(output)?.[1] ?? 0);
  if (skipped > 0) throw new Error(`${skipped} tests were skipped`);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Starts the real backend for the browser tests, with their origin as a partner's. */
async function testBackend(port) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-browser-'));
  const settings = JSON.parse(readFileSync('demo/settings.json', 'utf8'));
  for (const partner of settings.services[0].partners)
    partner.origins = [`http://127.0.0.1:${port}`];
  delete settings.$schema;
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  await compileOnce();
  const child = spawn(process.execPath, [programs.main], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PORT: '0',
      KITH_DATA: folder,
      KITH_CONFIG: join(folder, 'settings.json'),
      DATABASE_URL: '',
    },
  });
  endings.push(async () => {
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return new Promise((resolve, reject) => {
    child.on('message', ({ backend }) => resolve(backend));
    child.on('exit', () => reject(new Error('the backend for the tests did not start')));
  });
}

/** Whether the browser itself stopped without a failed test, as happens occasionally on busy machines. */
const browserStopped = (output = '') =>
  / did not (finish|start) within \d+ms/.test(output) && !/[1-9]\d* failed/.test(output);

let packageBuild;
/** Builds the npm package once per run. */
function packageBuilt() {
  packageBuild ??= (async () => {
    if (!existsSync('dist/embed/kith.js')) await build();
    await buildPackage();
  })();
  return packageBuild;
}

const eslint = () => bin('eslint/bin/eslint.js', '--max-warnings', '0', '.');
const imports = () =>
  bin(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', '.dependency-cruiser.mjs', '--exclude', '^demo/frameworks'],
    ...['src', 'server', 'bench', 'demo', 'scripts'],
  );
const prettier = () => bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');

/** The steps by name, in order: the quick ones first, then those that determine the length of the run. */
const steps = {
  types: () => bin('typescript/bin/tsc', '--noEmit', '-p', '.'),
  lint: () => Promise.all([eslint(), prettier(), imports()]),
  build: () => build(),
  journeys: () => nodeTests('journeys', { database: true, filled: true }),
  manifest: async () => {
    // To another folder, because other steps read the committed file.
    const outdir = join('dist', 'manifest');
    await bin(
      '@custom-elements-manifest/analyzer/cem.js',
      'analyze',
      '--quiet',
      '--outdir',
      outdir,
    );
    const [now, before] = [join(outdir, 'custom-elements.json'), 'custom-elements.json'].map(
      (file) => readFileSync(file, 'utf8'),
    );
    if (JSON.stringify(JSON.parse(now)) !== JSON.stringify(JSON.parse(before)))
      throw new Error('custom-elements.json is stale: npm run manifest, look at it and commit it');
    await node('--import', 'tsx', 'server/commands/write-settings-schema.ts', '--check');
    await node('scripts/tokens/generate-tokens.mjs', '--check');
    await node('scripts/messages/messages-page.mjs', '--check');
    await nodeTests('manifest');
  },
  sizes: () => node('--import', 'tsx', 'bench/sizes.ts', '--check'),
  package: async () => {
    await packageBuilt();
    await nodeTests('package');
  },
  unit: () => nodeTests('unit'),
  server: () => nodeTests('server', { database: true }),
  browser: async () => {
    const port = await freePort();
    const backend = await testBackend(port);
    const inBrowser = () =>
      run(
        process.execPath,
        [
          join('node_modules', '@web/test-runner/dist/bin.js'),
          ...(files.length > 0 ? ['--files', ...files] : []),
        ],
        {
          KITH_TEST_BACKEND: backend,
          KITH_TEST_PORT: String(port),
          KITH_TEST_ALL: String(files.length === 0),
        },
      );
    const output = await inBrowser().catch((error) => {
      if (!browserStopped(error.output)) throw error;
      show('\nThe browser stopped without a failed test; trying again.\n');
      return inBrowser();
    });
    totals.passed += Number([...output.matchAll(/(\d+) passed, 0 failed/g)].at(-1)?.[1] ?? 0);
  },
  frameworks: async () => {
    await packageBuilt();
    await node('scripts/ensure.mjs', 'demo/frameworks');
    await nodeTests('frameworks', { database: true });
  },
  stories: async () => {
    const { buildStorybook } = await import('../storybook.mjs');
    await buildStorybook();
    await nodeTests('stories');
  },
};

// The build replaces files that other steps read.
const after = Object.fromEntries(
  ['journeys', 'sizes', 'package', 'server', 'browser', 'frameworks'].map((name) => [
    name,
    ['build'],
  ]),
);

// Replaces the reference pictures: `npm run test:pictures -- --update`.
if (process.argv.includes('--update')) process.env.KITH_UPDATE_PICTURES = 'yes';

const asked = process.argv.slice(2).filter((argument) => argument in steps);
const wanted = asked.length > 0 ? asked : Object.keys(steps);
const files = process.argv.slice(2).filter((argument) => argument.endsWith('.ts'));
await generate();
const failures = await sideBySide(
  wanted.map((name) => ({ name, after: after[name], run: steps[name] })),
);
for (const end of endings.reverse()) await end();
for (const failure of failures) console.error(failure);
console.log(`\n${totals.passed} passed, ${failures.length} failed`);
process.exit(failures.length > 0 ? 1 : 0);
