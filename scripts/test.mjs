/**
 * `npm test`: installs what is missing, then runs every check. `npm test -- types server` runs those steps alone,
 * and `npm test -- server test/server/app.test.ts` only these files.
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
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);

const { build, buildPackage, generate } = await import('./build.mjs');
const { compileTests, programs } = await import('./compile.mjs');
const { filledDatabase, testDatabase } = await import('./test-databases.mjs');
const { register } = await import('tsx/esm/api');
register();

const totals = { passed: 0, failed: 0 };
const endings = [];

const node = (...args) => run(process.execPath, args);
const bin = (name, ...args) => run(process.execPath, [join('node_modules', name), ...args]);

/** Runs a program, shows what it prints, and gives that back; ends the run when it fails. */
function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
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
        // Long ones first: one that is begun last keeps the other processor waiting.
        .sort((a, b) => statSync(b).size - statSync(a).size)
    : [];

/** @param filled whether fresh databases begin with the demonstration's directory in them */
async function nodeTests(files, { filled = false } = {}) {
  if (files.length === 0) throw new Error('no test file found');
  const compiled = await compileTests(files);
  const database = await testDatabase(endings);
  const template = filled ? await filledDatabase(database, programs.main, endings) : '';
  const { findBrowser } = await import('./browser.mjs');
  const output = await run(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      // A test that failed may have left something running.
      '--test-force-exit',
      '--test-reporter=spec',
      '--test-concurrency=2',
      ...compiled,
    ],
    {
      KITH_TEST_DATABASE_URL: database,
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

/** Starts the real backend for the browser tests, whose own origin is a partner's. */
async function testBackend(port) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-browser-'));
  const settings = JSON.parse(readFileSync('demo/settings.json', 'utf8'));
  for (const partner of settings.services[0].partners)
    partner.origins = [`http://127.0.0.1:${port}`];
  delete settings.$schema;
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
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

/** Whether the browser itself stopped, which is seen now and then on busy machines; a test says what failed. */
const gaveNoAnswer = (output = '') =>
  / did not (finish|start) within \d+ms/.test(output) && !/[1-9]\d* failed/.test(output);

let packageBuild;
/** Builds the package for npm, once in a run. */
function packageBuilt() {
  packageBuild ??= (async () => {
    if (!existsSync('dist/embed/kith.js')) await build();
    await buildPackage();
  })();
  return packageBuild;
}

/** Each step by its name, in order: the quick ones first. */
const steps = {
  types: () => bin('typescript/bin/tsc', '--noEmit', '-p', '.'),
  lint: async () => {
    await bin('eslint/bin/eslint.js', '--max-warnings', '0', '.');
    await bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
  },
  manifest: async (files) => {
    const before = readFileSync('custom-elements.json', 'utf8');
    await bin('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
    const after = readFileSync('custom-elements.json', 'utf8');
    if (JSON.stringify(JSON.parse(after)) !== JSON.stringify(JSON.parse(before)))
      throw new Error('custom-elements.json was stale; it is new now: look at it and commit it');
    writeFileSync('custom-elements.json', before);
    await node('--import', 'tsx', 'server/commands/write-settings-schema.ts', '--check');
    await node('scripts/generate-tokens.mjs', '--check');
    await node('scripts/words-page.mjs', '--check');
    await nodeTests(files ?? filesIn('test/manifest'));
  },
  build: () => build(),
  sizes: () => node('--import', 'tsx', 'bench/sizes.ts', '--check'),
  package: async (files) => {
    await packageBuilt();
    await nodeTests(files ?? filesIn('test/package'));
  },
  unit: (files) =>
    nodeTests(
      files ??
        ['contract', 'machines', 'i18n', 'open-referral', 'tokens'].flatMap((name) =>
          filesIn(`test/${name}`),
        ),
    ),
  server: (files) => nodeTests(files ?? filesIn('test/server')),
  browser: async (files) => {
    const port = await freePort();
    const backend = await testBackend(port);
    const inBrowser = () =>
      run(
        process.execPath,
        [
          join('node_modules', '@web/test-runner/dist/bin.js'),
          ...(files ? ['--files', ...files] : []),
        ],
        {
          KITH_TEST_BACKEND: backend,
          KITH_TEST_PORT: String(port),
          KITH_TEST_ALL: String(!files),
        },
      );
    const output = await inBrowser().catch((error) => {
      if (!gaveNoAnswer(error.output)) throw error;
      console.log('\nA page of the browser gave no answer, and no test failed: once more.');
      return inBrowser();
    });
    totals.passed += Number([...output.matchAll(/(\d+) passed, 0 failed/g)].at(-1)?.[1] ?? 0);
  },
  journeys: (files) => nodeTests(files ?? filesIn('test/journeys'), { filled: true }),
  frameworks: async (files) => {
    await packageBuilt();
    ensureInstalled(new URL('../demo/frameworks/', import.meta.url));
    await nodeTests(files ?? filesIn('test/frameworks'));
  },
  stories: async (files) => {
    const { buildStorybook } = await import('./storybook.mjs');
    await buildStorybook();
    await nodeTests(files ?? filesIn('test/stories'));
  },
};

// New pictures in the place of the old ones, for `npm run test:pictures -- --update`.
if (process.argv.includes('--update')) process.env.KITH_UPDATE_PICTURES = 'yes';

const wanted = process.argv.slice(2).filter((argument) => argument in steps);
const files = process.argv.slice(2).filter((argument) => argument.endsWith('.ts'));
await generate();
let failure;
for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
  const started = Date.now();
  console.log(`\n=== ${name}`);
  try {
    await steps[name](files.length > 0 ? files : undefined);
    console.log(`=== ${name}: well, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    failure = `=== ${name}: ${error.message}`;
    totals.failed += 1;
    break;
  }
}
for (const end of endings.reverse()) await end();
if (failure) console.error(failure);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(failure ? 1 : 0);
