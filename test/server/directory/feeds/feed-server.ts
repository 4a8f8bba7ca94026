import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';

/** How the server of a feed responds. */
export type Answer = (
  url: URL,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>;

export interface FeedServer {
  readonly address: string;
  /** The requests so far, as paths with their queries. */
  readonly asked: readonly string[];
  /** Sets how the server responds from now on. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** Starts a server of a feed for one test. */
export async function openFeed(): Promise<FeedServer> {
  const asked: string[] = [];
  let current: Answer = (_, response) => {
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void current(new URL(request.url ?? '/', 'http://feed.test'), response, request);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${portOf(server)}`,
    asked,
    answer: (answer) => {
      current = answer;
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function portOf(server: Server): number {
  const at = server.address();
  return typeof at === 'object' && at ? at.port : 0;
}

/** Responds with these JSON documents by path, and with 404 to other paths. */
export const documents =
  (all: Readonly<Record<string, unknown>>): Answer =>
  ({ pathname, searchParams }, response) => {
    const page = searchParams.get('page');
    const path = page === null ? pathname : `${pathname}?page=${page}`;
    if (!Object.hasOwn(all, path)) response.writeHead(404).end();
    else response.end(JSON.stringify(all[path]));
  };

/** A page of version 3 whose counts are wrong. */
export const page = (contents: readonly unknown[]) => ({
  total_items: 31,
  total_pages: 1,
  last_page: true,
  contents,
});

/** A fictional service with all its details. */
export const walk = (id: string, more: object = {}) => ({
  id,
  name: `Walk ${id}`,
  schedules: [],
  attributes: [{ taxonomy_term: { id: 't1', name: 'Walking' } }],
  ...more,
});
