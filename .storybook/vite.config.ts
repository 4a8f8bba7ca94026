import { fileURLToPath } from 'node:url';
import { type Plugin, defineConfig } from 'vite';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// What package.json says of side effects is about what is published; these files have them.
const withSideEffects: Plugin = {
  name: 'with-side-effects',
  transform: {
    filter: { id: /\.storybook\/|src\/embed\.ts$/ },
    handler: (code) => ({ code, map: null, moduleSideEffects: true }),
  },
};

export default defineConfig({
  plugins: [withSideEffects],
  base: './',
  publicDir: false,
  resolve: {
    alias: [
      // The backend calculates with two of Node's modules, and reads one file.
      { find: /^node:(crypto|os)$/, replacement: beside('backend/node.ts') },
      // As Node resolves it; its other form has no default export.
      { find: /^rrule$/, replacement: beside('../node_modules/rrule/dist/es5/rrule.js') },
      { find: './read-outcodes.js', replacement: beside('backend/read-outcodes.ts') },
      // What the finder loads for its map, so that a story can show how it is without.
      { find: './finder-map.js', replacement: beside('map-code.ts') },
    ],
  },
  // The database finds its own files beside its own address.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
  },
});
