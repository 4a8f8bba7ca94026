import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { serveStatic } from 'hono/serve-static';
import { forEveryOrigin } from './middleware/cross-origin.js';
import { problem } from './responses/problem.js';
import type { Env, Route } from './route.js';

/** Reads a file by its path of plain segments; `undefined` if there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;

const root = '/embed/v1/';

/** The script tag and its chunks, which every page of the web may load. */
export const embedRoutes = ({ readEmbed }: { readonly readEmbed: ReadFile }): readonly Route[] => [
  {
    method: 'GET',
    path: `${root}*`,
    guards: [
      forEveryOrigin,
      varyByEncoding,
      etag(),
      serveStatic({
        root: '',
        precompressed: true,
        join: (...parts) => parts.join(''),
        getContent: async (path) => (await readEmbed(path)) ?? null,
        rewriteRequestPath: (path) => path.slice(root.length),
        onFound: (path, context) => {
          context.header('Cache-Control', cacheFor(path));
          if (path.endsWith('.js'))
            context.header('SourceMap', `${path.split('/').at(-1) ?? ''}.map`);
        },
      }),
    ],
    handle: () => problem(404, { detail: 'The script tag has no file of this name.' }),
  },
];

// The names of chunks change with their content; the entry always keeps its name.
const cacheFor = (path: string): string =>
  path.startsWith('chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache';

// Hono sets this only for compressed files, but caches must know it for the others, too.
const varyByEncoding: MiddlewareHandler<Env> = async (context, next) => {
  await next();
  if (!/\bAccept-Encoding\b/i.test(context.res.headers.get('Vary') ?? ''))
    context.header('Vary', 'Accept-Encoding', { append: true });
};
