import { join } from 'node:path';
import { type Listening, listen } from '../../server/http/listen.js';
import { staticFolder } from '../../server/http/static-folder.js';
import { root } from '../compiled.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** The folder that `npm run build:storybook` writes to. */
export const folder = join(root, 'dist', 'storybook');

/** Serves the built Storybook as a plain web host does: files only, with no backend. */
export async function openSite(): Promise<Listening & { readonly address: string }> {
  const read = staticFolder(folder);
  const listening = await listen(
    async (request) => {
      const path = decodeURIComponent(new URL(request.url).pathname).slice(1) || 'index.html';
      const content = await read(path);
      if (!content) return new Response('There is no such file', { status: 404 });
      const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return new Response(content, {
        // The files do not change during the tests, and a browser compiles cached code only once.
        headers: { 'content-type': type, 'cache-control': 'max-age=3600' },
      });
    },
    0,
    '127.0.0.1',
  );
  return { ...listening, address: `http://127.0.0.1:${String(listening.port)}` };
}
