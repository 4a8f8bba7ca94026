import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';

/** How somebody else's server answers. */
export type Answer = (
  url: URL,
  response: ServerResponse,
  request: IncomingMessage,
) => void | Promise<void>;

export interface FeedServer {
  readonly address: string;
  /** What was asked for so far, paths with their queries. */
  readonly asked: readonly string[];
  /** Answers so from now on. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** A server that gives a feed, for as long as a test lasts. */
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

/** Answers with these JSON documents by path; what is not among them is not found. */
export const documents =
  (all: Readonly<Record<string, unknown>>): Answer =>
  ({ pathname, searchParams }, response) => {
    const page = searchParams.get('page');
    const path = page === null ? pathname : `${pathname}?page=${page}`;
    if (!Object.hasOwn(all, path)) response.writeHead(404).end();
    else response.end(JSON.stringify(all[path]));
  };

/** A page of version 3, which says of numbers what is not true. */
export const page = (contents: readonly unknown[]) => ({
  total_items: 31,
  total_pages: 1,
  last_page: true,
  contents,
});

/** A made-up service with all its details. */
export const walk = (id: string, more: object = {}) => ({
  id,
  name: `Walk ${id}`,
  schedules: [],
  attributes: [{ taxonomy_term: { id: 't1', name: 'Walking' } }],
  ...more,
});
