import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { type Plugin, defineConfig } from 'vite';

// What every schema of Zod carries and we never call. Nothing can shake methods out of a prototype, and these keep
// all of asynchronous parsing in the bundle.
const unusedMethods =
  /^ {4}(parse|parseAsync|safeParse|safeParseAsync|brand|register|apply)\(.*?\n {4}\},\n/gms;
const trimZod: Plugin = {
  name: 'trim-zod',
  apply: 'build',
  transform: {
    filter: { id: /node_modules\/zod\/v4\/mini\/schemas\.js$/ },
    handler: (code) => ({ code: code.replace(unusedMethods, ''), map: null }),
  },
};

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }, trimZod],
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
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element)|src\/(client\/settings|define|version|shared|client\/http\.|i18n\/(language|words)|view\/(button\.styles|failure-notice|linked)|elements\/refer-yourself)|@oxc-project|rolldown\/runtime/,
            },
            {
              name: 'finder',
              test: /src\/(contract\/(activity-kinds|activity-query|directory-paths|generated)|client\/(http-directory|check)|machines\/(finder|shortlist)|controllers\/(finder|activity)|view\/activity|elements\/activity-finder\/(?!map|qr))|node_modules\/@lit\/task/,
            },
            {
              name: 'form',
              test: /src\/(contract|controllers|machines|view|client|elements\/(form-dialog|referral-form))|node_modules\/(zod|lit-html)/,
            },
          ],
        },
      },
    },
  },
});
