import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { type Plugin, defineConfig } from 'vite';

// What Lit carries that no page needs, and nothing can shake out of a module: what it does for browsers older than
// ours, and the names of versions that it leaves on the page.
const unused: readonly (readonly [file: RegExp, code: RegExp, instead: string])[] = [
  [
    /(lit-html|reactive-element|lit-element|css-tag)\.js$/,
    /\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|\w\.(\w+(Polyfill|Hydrate)Support|ShadyCSS)/g,
    '(void 0)',
  ],
  // What it says to whoever writes styles in another way than ours, whom the compiler tells already.
  [/css-tag\.js$/, /(?<=throw Error\()".*?"(?=\))/g, ''],
];
const trim: Plugin = {
  name: 'trim',
  apply: 'build',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code, id) => {
      const found = unused.filter(([file]) => file.test(id));
      return found.length > 0
        ? {
            code: found.reduce((left, [, part, instead]) => left.replace(part, instead), code),
            map: null,
          }
        : null;
    },
  },
};

// Answers are described as data, so that nobody downloads the library that the backend checks them with.
const withoutSchemas: Plugin = {
  name: 'without-schemas',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    if (/^zod(\/|$)/.test(source))
      this.error(
        `${importer ?? ''} imports ${source}, and pages load it: docs/decisions/checked-answers.md`,
      );
  },
};

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }, trim, withoutSchemas],
  build: {
    outDir: 'dist/embed',
    // Browsers since 2022, which have the native dialog; older ones get the partner's plain link.
    target: 'es2022',
    sourcemap: true,
    lib: { entry: { kith: 'src/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        codeSplitting: {
          groups: [
            // What a page loads before anybody touches the button, with the little that form and finder
            // share: a file of its own for that would be one more request and 0.2 kB more.
            {
              name: 'base',
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element|@messageformat\/runtime|make-plural)|src\/(client\/settings|define|version|shared|client\/(http|fits)\.|i18n\/(language|words)|contract\/postcode-form|view\/(button\.styles|failure-notice|linked)|elements\/refer-yourself)|@oxc-project|rolldown\/runtime/,
            },
            // What finder and list share.
            {
              name: 'activities',
              test: /src\/(contract\/(activity-kinds|activity-query|directory-paths|generated\/directory)|client\/http-directory|machines\/finder-place|controllers\/(finder-search|next-focus|open)|view\/(activity|safe-link)|elements\/form-dialog\/ask-about)|node_modules\/@lit\/task/,
            },
            { name: 'list', test: /src\/(machines\/list|elements\/activity-list)/ },
            {
              name: 'finder',
              test: /src\/(machines\/(finder|shortlist)|controllers\/(finder|kept)|elements\/activity-finder\/(?!finder-map))/,
            },
            // Feeds read without a backend.
            {
              name: 'feed',
              test: /src\/(client\/open-referral|contract\/(activity-card|activity-values|distance))/,
            },
            {
              name: 'form',
              test: /src\/(contract|controllers|machines|view\/(?!qr)|client|elements\/(form-dialog|referral-form))|node_modules\/lit-html/,
            },
          ],
        },
      },
    },
  },
});
