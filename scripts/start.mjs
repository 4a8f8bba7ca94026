/** `npm start`: installs what is missing, builds, and starts backend and demonstration in this process. */
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();

const { build } = await import('./build.mjs');
await build();

// In this process and not in a child of it: Ctrl-C reaches what it is meant for, once.
const { register } = await import('tsx/esm/api');
register();
await import('../server/main.ts');
