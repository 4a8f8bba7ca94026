import { readFile, realpath } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** A made-up partner site of the demonstration, with its address. */
export interface DemoSite {
  readonly id: string;
  /** The absolute path of the folder with its files. */
  readonly folder: string;
  readonly name: string;
  /** The value of `data-partner` in the site's script tag. */
  readonly partner: string;
  /** The number that is added to the port of the backend. */
  readonly portOffset: number;
}

/** The partner sites in the order in which they are listed. */
export const demoSites: readonly DemoSite[] = [
  site('library', 'Northside Library', 'northside-library', 1),
  site('charity', 'Open Door Northside', 'open-door', 2),
  site('housing', 'Bridgewater Homes', 'bridgewater-homes', 3),
];

/**
 * Serves a partner's folder as the partner's own web server would, under a strict policy. Its snippet is pointed at
 * `backend`.
 */
export function createDemoSite(
  folder: string,
  backend: string,
): (request: Request) => Promise<Response> {
  const { href, origin } = new URL(backend);
  const address = href.replace(/\/+$/, '');
  const headers = {
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };

  return async (request) => {
    const reply = (status: number, type: string, body: string | Uint8Array<ArrayBuffer>) =>
      new Response(request.method === 'HEAD' ? null : body, {
        status,
        headers: {
          ...headers,
          'Content-Security-Policy': policy(origin, new URL(request.url).pathname === tryout),
          'Content-Type': type,
        },
      });

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      const refusal = reply(405, plainText, 'Only GET and HEAD are answered here.');
      refusal.headers.set('Allow', 'GET, HEAD');
      return refusal;
    }
    const file = await findFile(folder, new URL(request.url).pathname);
    if (file === undefined) return reply(404, plainText, 'There is no such page here.');
    return reply(200, file.type, file.type === page ? pointAt(address, file.bytes) : file.bytes);
  };
}

/** The address in the snippet that partners paste. The demonstration replaces it with that of its own backend. */
const placeholder = 'https://kith.example';

const plainText = 'text/plain; charset=utf-8';
const page = 'text/html; charset=utf-8';

/** The only page with a script of its own, where visitors can try themes and tokens. */
const tryout = '/theme.html';

// The files that this page uses, as the build has generated them.
const generated = join(import.meta.dirname, '..', 'src', 'tokens', 'generated');
const generatedFiles: ReadonlySet<string> = new Set(['tokens.json', 'pairs.json']);

/** The types of the files that are served. Files of other types are not. */
const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.html', page],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
]);

function site(id: string, name: string, partner: string, portOffset: number): DemoSite {
  return { id, folder: join(import.meta.dirname, id), name, partner, portOffset };
}

function policy(backend: string, hasOwnScript: boolean): string {
  const own = hasOwnScript ? "'self' " : '';
  return [
    "default-src 'none'",
    "style-src 'self'",
    // The made-up map of the finder comes from the backend.
    `img-src 'self' data: ${backend}`,
    `script-src ${own}${backend}`,
    `connect-src ${own}${backend}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

interface Found {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function findFile(folder: string, pathname: string): Promise<Found | undefined> {
  const name = fileName(pathname);
  if (name === undefined) return undefined;
  const type = contentTypes.get(extname(name));
  if (type === undefined) return undefined;
  const bytes = await readInside(generatedFiles.has(name) ? generated : folder, name);
  return bytes && { type, bytes };
}

/** The file that a path asks for, or `undefined` when no page of a partner would link to that path. */
function fileName(pathname: string): string | undefined {
  const decoded = decode(pathname);
  if (decoded === '/') return 'index.html';
  const segments = decoded?.slice(1).split('/') ?? [];
  const isPlain =
    segments.length > 0 && segments.every((segment) => /^[\w-][\w.-]*$/.test(segment));
  return isPlain ? join(...segments) : undefined;
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The bytes of a file, if the file is really in the folder after symbolic links are resolved. */
async function readInside(
  folder: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const root = await realpath(folder);
    const file = await realpath(resolve(root, name));
    return file.startsWith(root + sep) ? new Uint8Array(await readFile(file)) : undefined;
  } catch {
    return undefined;
  }
}

function pointAt(backend: string, html: Uint8Array): string {
  return new TextDecoder().decode(html).replaceAll(placeholder, () => backend);
}
