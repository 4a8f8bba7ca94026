import { readFile, realpath } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** A made-up partner site of the demonstration, and where it is served. */
export interface DemoSite {
  readonly id: string;
  /** Where its files lie, absolute. */
  readonly folder: string;
  readonly name: string;
  /** What the site writes in `data-partner`. */
  readonly partner: string;
  /** Added to the backend's port. */
  readonly portOffset: number;
}

/** The partner sites, in the order in which they are shown. */
export const demoSites: readonly DemoSite[] = [
  site('library', 'Northside Library', 'northside-library', 1),
  site('charity', 'Open Door Northside', 'open-door', 2),
  site('housing', 'Bridgewater Homes', 'bridgewater-homes', 3),
];

/** Serves one partner's folder as a web server of theirs would, under a strict policy, its snippet pointed at `backend`. */
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

/** What partners paste, before the demonstration puts its own backend there. */
const placeholder = 'https://kith.example';

const plainText = 'text/plain; charset=utf-8';
const page = 'text/html; charset=utf-8';

/** The one page with a script of its own: there, themes and tokens can be tried. */
const tryout = '/theme.html';

// What it tries, as the build has made it.
const generated = join(import.meta.dirname, '..', 'src', 'tokens', 'generated');
const made: ReadonlySet<string> = new Set(['tokens.json', 'pairs.json']);

/** Whatever is not listed is not served. */
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
  const bytes = await readInside(made.has(name) ? generated : folder, name);
  return bytes && { type, bytes };
}

/** The file a path asks for, or nothing when the path is not one a partner's page would link to. */
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

/** The bytes of a file that really lies in the folder, symbolic links followed. */
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
