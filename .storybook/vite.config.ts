import { fileURLToPath } from 'node:url';
import { type Plugin, defineConfig } from 'vite';

const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The side effects in package.json describe the published package. These files have side effects that it does not list.
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
      // The backend uses two of Node's modules, and reads one file.
      { find: /^node:(crypto|os)$/, replacement: beside('backend/node.ts') },
      // The form that Node resolves to. The other one has no default export.
      { find: /^rrule$/, replacement: beside('../node_modules/rrule/dist/es5/rrule.js') },
      { find: './read-outcodes.js', replacement: beside('backend/read-outcodes.ts') },
      // The code of the map that the finder loads, so that a story can show a failure to load it.
      { find: './finder-map.js', replacement: beside('finder-map.ts') },
    ],
  },
  // The database finds its other files relative to its own address.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 10_000,
  },
});
