import type { Server } from 'node:http';
import { serve } from '@hono/node-server';

/** A server that is listening on a port. */
export interface Listening {
  readonly port: number;
  /** Accepts no new requests; resolves when those in progress are finished, or after ten seconds. */
  close(): Promise<void>;
}

const closeTimeout = 10_000;

/** Listens on a port; 0 lets the system choose one. Rejects with a message for administrators. */
export function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
  host: string,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port,
        hostname: host,
        // Longer than proxies keep a connection; otherwise they could send a request while it is being closed.
        serverOptions: { keepAliveTimeout: 75_000, headersTimeout: 30_000, requestTimeout: 60_000 },
      },
      (info) => {
        resolve({ port: info.port, close: () => close(server) });
      },
    );
    server.on('error', (error: Error) => {
      reject(new Error(reason(error, port, host), { cause: error }));
    });
  });
}

function reason(error: Error, port: number, host: string): string {
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'EADDRINUSE')
    return `PORT: ${port} on ${host} is in use; stop the other program, or set PORT to a free port`;
  if (code === 'EACCES')
    return `PORT: ${port} may not be used by this user; set PORT to 1024 or more`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is "${host}", which is no address of this computer; expected one such as 127.0.0.1`;
  return `Cannot listen on ${host}:${port} (${String(code)})`;
}

async function close(server: ReturnType<typeof serve>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  if (!isHttp(server)) {
    await closed;
    return;
  }
  // A browser keeps its connection open after a response; without this, closing would wait for it.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  const late = setTimeout(() => {
    server.closeAllConnections();
  }, closeTimeout);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

const isHttp = (server: object): server is Server => 'closeIdleConnections' in server;
