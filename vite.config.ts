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
    // The backend names the map in a header, which visitors do not have to download.
    sourcemap: 'hidden',
    manifest: true,
    license: { fileName: 'licences.txt' },
    lib: { entry: { kith: 'src/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        postBanner: ({ isEntry }) =>
          isEntry ? '/*! Kith, MIT. Licences of what is bundled: ./licences.txt */' : '',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[hash].js',
        codeSplitting: {
          // A chunk of what all eight elements need (a ninth makes this nine); the others follow the imports.
          groups: [{ name: 'base', minShareCount: 8 }],
        },
      },
    },
  },
});
