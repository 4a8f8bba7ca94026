import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { root } from '../compiled.js';
import { readManifest } from '../manifest/manifest.js';
import { type Packed, packProject, run } from './pack.js';

const intendedFiles = [
  /^(LICENSE|README\.md|package\.json|custom-elements\.json)$/,
  /^dist\/npm\/[\w/.-]+\.(js|d\.ts)$/,
  /^dist\/embed\/(kith|chunks\/[\w.-]+)\.js$/,
  /^dist\/embed\/licences\.txt$/,
  /^dist\/editors\/(html-custom-data|css-custom-data|web-types)\.json$/,
  /^dist\/frameworks\/(jsx|react|vue|svelte)\.(js|d\.ts)$/,
  /^dist\/frameworks\/own\.d\.ts$/,
];

/** The fields of the package's own `package.json` that the tests use. */
interface Settings {
  readonly exports: object;
  readonly dependencies: object;
  readonly sideEffects: readonly string[];
}

describe('a developer who installs the package', () => {
  let packed: Packed;
  let settings: Settings;
  before(async () => {
    packed = await packProject();
    settings = JSON.parse(readFileSync(join(packed.folder, 'package.json'), 'utf8'));
    // The dependencies of the package are installed beside it.
    symlinkSync(join(root, 'node_modules'), join(packed.folder, '..', 'node_modules'), 'junction');
  });
  after(() => {
    packed.remove();
  });

  test('gets the intended files and no others', () => {
    const others = packed.files.filter(
      (file) => !intendedFiles.some((pattern) => pattern.test(file)),
    );
    assert.deepEqual(others, []);
    for (const pattern of intendedFiles)
      assert.ok(
        packed.files.some((file) => pattern.test(file)),
        `a file matches ${String(pattern)}`,
      );
  });

  test('gets a package without warnings from publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  test('gets correct types for every entry point', async () => {
    const attw = join(root, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
    await run(process.execPath, [
      attw,
      packed.archive,
      '--profile',
      'esm-only',
      '--no-emoji',
      '--no-color',
      '--entrypoints',
      ...entrypoints(settings),
    ]);
  });

  test('has every package installed that its modules import', () => {
    const imported = packed.files
      .filter((file) => /^dist\/npm\/.*\.(js|d\.ts)$/.test(file))
      .flatMap((file) => packagesIn(readFileSync(join(packed.folder, file), 'utf8')));
    assert.deepEqual(
      [...new Set(imported)].filter((name) => !(name in settings.dependencies)),
      [],
    );
  });

  test('gets the licence of every package that is bundled in the script tag, named at its top', () => {
    const embed = join(packed.folder, 'dist', 'embed');
    const [, address = ''] =
      /^\/\*! .*Licences of what is bundled: (\S+) \*\//.exec(
        readFileSync(join(embed, 'kith.js'), 'utf8'),
      ) ?? [];
    const licences = readFileSync(join(embed, address), 'utf8');
    const packages = bundledPackages();
    assert.ok(packages.includes('lit-html') && packages.includes('leaflet'));
    for (const name of packages) {
      const text = licences.split('\n## ').find((part) => part.startsWith(`${name} - `)) ?? '';
      assert.match(text, /\((MIT|BSD-[23]-Clause|Unicode-DFS-2016)\)\n\n.*Copyright/s, name);
    }
  });

  test('finds each element’s module where the manifest says', () => {
    for (const { tagName, path } of readManifest())
      assert.ok(existsSync(join(packed.folder, path)), `the module of <${tagName}>`);
  });

  test('changes nothing by importing a module, except the module of the script tag', async () => {
    const entries = packed.files.filter((file) =>
      /^dist\/npm\/(index|contract|([\w-]+\/)+define)\.js$/.test(file),
    );
    assert.ok(entries.length > 10);
    assert.deepEqual(await changedBy(packed.folder, entries), []);
    assert.deepEqual(settings.sideEffects, ['./dist/npm/embed.js', './dist/embed/kith.js']);
  });

  test('bundles one element without the code of the others', async () => {
    const bundle = (code: string): Promise<string> => bundled(packed.folder, code);
    assert.equal((await bundle("import 'kith-elements';")).length, 0);

    const byName = await bundle("import { defineAbout } from 'kith-elements'; defineAbout();");
    const byPath = await bundle(
      "import { define } from 'kith-elements/elements/about/define'; define();",
    );
    for (const code of [byName, byPath]) {
      assert.deepEqual(elementsIn(code), ['kith-about']);
      assert.ok(code.length < 60_000, `${String(code.length)} bytes`);
    }

    const menu = await bundle(
      "import { defineAudienceMenu } from 'kith-elements'; defineAudienceMenu();",
    );
    const inMenu = elementsIn(menu);
    assert.ok(inMenu.includes('kith-audience-menu'));
    assert.ok(!inMenu.includes('kith-activity-finder') && !inMenu.includes('leaflet'));
  });
});

/** The names of our elements and libraries in some code. A whole bundle is too long to compare as text. */
const elementsIn = (code: string): readonly string[] => {
  const names = code.matchAll(
    /kith-(?:about|activity(?:-finder)?|audience(?:-menu)?|form|referral|suggest)|leaflet/g,
  );
  return [...new Set(Array.from(names, ([name]) => name))];
};

/** The packages whose modules are in the files of the script tag, by the source maps of these. */
function bundledPackages(): readonly string[] {
  const embed = join(root, 'dist', 'embed');
  const sources = readdirSync(embed, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.map'))
    .flatMap(
      (file): readonly string[] => JSON.parse(readFileSync(join(embed, file), 'utf8')).sources,
    )
    .flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return [...new Set(sources)];
}

/** Every way in, with an element in the place of a star. */
const entrypoints = ({ exports }: Settings): readonly string[] =>
  Object.keys(exports)
    .filter((path) => !path.endsWith('.json'))
    .map((path) => path.replace('*', 'referral-form'));

/** The names of the packages that some code imports, including imports of types only. */
const packagesIn = (code: string): readonly string[] =>
  ts
    .preProcessFile(code)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => !name.startsWith('.'))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);

/** Bundles some code into one file. */
async function bundled(folder: string, code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    loader: { '.css': 'text' },
    // The messages of other languages load separately when a language is chosen.
    external: ['*/translations.js'],
  });
  return outputFiles.map(({ text }) => text.trim()).join('\n');
}

/** The names that these modules add to the global object or to the registry of elements. */
async function changedBy(folder: string, modules: readonly string[]): Promise<readonly string[]> {
  const addresses = modules.map((file) => pathToFileURL(join(folder, file)).href);
  const program = `
    const before = new Set(Object.getOwnPropertyNames(globalThis));
    await import('lit');
    // Names that the libraries add themselves.
    const isOthers = (name) => /^(lit|reactiveElement|customElements|__zod_)/.test(name);
    const defined = [];
    customElements.define = (tag) => defined.push(tag);
    for (const module of ${JSON.stringify(addresses)}) await import(module);
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !isOthers(name));
    console.log(JSON.stringify([...added, ...defined]));`;
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '--eval', program],
    folder,
  );
  return JSON.parse(stdout);
}
