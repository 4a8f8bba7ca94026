/**
 * Compiles the tests and the programs that they start, once for a whole run: each is a process of its own, and
 * compiling in each would take longer than most tests.
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = join(root, 'dist', 'test');

/** The compiled form of a project file, given by its path in the project. */
export const compiled = (file) => join(target, file.replace(/\.ts$/, '.js'));

/** Compiled programs of the backend by name. */
export const programs = { main: compiled('server/main.ts') };

// Modules find neighbouring files by the address of their source.
const withOwnAddress = {
  name: 'with-own-address',
  setup(build) {
    build.onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path))),
      loader: path.endsWith('.ts') ? 'ts' : 'js',
    }));
  },
};

// Packages with dozens of modules, which take a program longer to load than all of its own code.
const bundled = /^(zod|hono|@hono\/node-server|csv-parse)(\/|$)/;

const withFewPackages = {
  name: 'with-few-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || bundled.test(path) ? undefined : { path, external: true },
    );
  },
};

/** Compiles these test files, given by their paths in the project, and every program of the backend. */
export async function compileTests(files) {
  const { build } = await import('esbuild');
  const started = ['main.ts', 'embedded-postgres/embedded.ts', ...commands()].map(
    (one) => `server/${one}`,
  );
  const sources = [...files, ...started];
  rmSync(target, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(sources.map((file) => [file.replace(/\.ts$/, ''), file])),
    outdir: target,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    sourcemap: true,
    sourcesContent: false,
    chunkNames: 'shared/[hash]',
    plugins: [withFewPackages, withOwnAddress],
    logLevel: 'warning',
  });
}

const commands = () =>
  readdirSync(join(root, 'server', 'commands'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `commands/${name}`);
