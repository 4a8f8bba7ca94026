import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { linkAngular } from './link-angular.js';

// One for all four: each plugin looks at its own files alone.
export default defineConfig({
  base: './',
  logLevel: 'warn',
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('kith-') } } }),
    svelte({ configFile: false }),
    linkAngular,
  ],
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    modulePreload: false,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
