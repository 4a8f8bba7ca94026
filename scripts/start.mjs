/** `npm start`: installs missing packages, builds, and starts the backend and the demonstration in this process. */
import { ensureInstalled } from './ensure.mjs';

ensureInstalled();

const { build } = await import('./build.mjs');
await build();

// In this process instead of a child process, so that Ctrl-C reaches it once.
const { register } = await import('tsx/esm/api');
register();
await import('../server/main.ts');
