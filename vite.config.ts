import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import { defineConfig } from 'vite';

// The script tag: a small entry with a stable name, and chunks with hashed names that can be cached for ever.
// Library mode, because application mode adds a preload helper that the entry has no use for.
export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [{ ...minifyLiterals(), enforce: 'pre', apply: 'build' }],
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
            // What a page loads before anybody touches the button, and the form as one more file: fewer
            // requests, and one dictionary for the compressor.
            {
              name: 'base',
              test: /node_modules\/(lit\/(?!directives)|@lit\/reactive-element|lit-html\/(lit-html|is-server)|lit-element)|src\/(client\/settings|define|version|shared|i18n\/language|elements\/refer-yourself)|@oxc-project|rolldown\/runtime/,
            },
            {
              name: 'form',
              test: /src\/(contract|controllers|machines|view|client|i18n\/words|elements\/(form-dialog|referral-form))|node_modules\/(zod|@lit\/task|lit-html)/,
            },
          ],
        },
      },
    },
  },
});
