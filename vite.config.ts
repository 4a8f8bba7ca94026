import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { type Plugin, defineConfig } from 'vite';

// What libraries carry that no page needs. Nothing can shake methods out of a prototype or pushes to a list out of
// a module: what Zod's schemas can do besides parsing at once, which keeps all of asynchronous parsing in the bundle,
// and what Lit does for browsers older than ours, and the names of versions that it leaves on the page.
const unused: readonly (readonly [file: RegExp, code: RegExp, instead: string])[] = [
  [
    /zod\/v4\/mini\/schemas\.js$/,
    /^ {4}(?:\/\/ `with`[^\n]*\n {4})?(parseAsync|safeParse|safeParseAsync|brand|register|apply|get with|set with)\(.*?\n {4}\},\n/gms,
    '',
  ],
  // Its errors never leave us: they need neither a text of their own nor speed at being thrown.
  [
    /zod\/v4\/core\/errors\.js$/,
    /^ {4}const proto = Object\.getPrototypeOf\(inst\);\n {4}if \(!_installedToString.*?\n {4}\}\n/ms,
    '',
  ],
  [/zod\/v4\/core\/core\.js$/, /const E = _E;/, 'const E = null;'],
  [
    /(lit-html|reactive-element|lit-element|css-tag)\.js$/,
    /\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|\w\.(\w+PolyfillSupport|ShadyCSS)/g,
    '(void 0)',
  ],
];
const trim: Plugin = {
  name: 'trim',
  apply: 'build',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code, id) => {
      const found = unused.find(([file]) => file.test(id));
      return found ? { code: code.replace(found[1], found[2]), map: null } : null;
    },
  },
};

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }, trim],
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
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element|@messageformat\/runtime|make-plural)|src\/(client\/settings|define|version|shared|client\/http\.|i18n\/(language|words)|contract\/postcode-form|view\/(button\.styles|failure-notice|linked)|elements\/refer-yourself)|@oxc-project|rolldown\/runtime/,
            },
            // What finder and list share, so that a page with both loads it once.
            {
              name: 'activities',
              test: /src\/(contract\/(activity-kinds|activity-query|directory-paths|generated)|client\/(http-directory|fits)|machines\/finder-place|controllers\/(finder-search|next-focus|open)|view\/(activity|safe-link)|elements\/form-dialog\/ask-about)|node_modules\/@lit\/task/,
            },
            {
              name: 'finder',
              test: /src\/(machines\/(finder|shortlist)|controllers\/(finder|kept)|elements\/activity-finder\/(?!finder-map))/,
            },
            { name: 'list', test: /src\/(machines\/list|elements\/activity-list)/ },
            // Feeds read without a backend.
            {
              name: 'feed',
              test: /src\/(client\/open-referral|contract\/(activity-card|activity-values|distance))/,
            },
            {
              name: 'form',
              test: /src\/(contract|controllers|machines|view\/(?!qr)|client|elements\/(form-dialog|referral-form))|node_modules\/(zod|lit-html)/,
            },
          ],
        },
      },
    },
  },
});
