import { problem } from './responses/problem.js';
import type { Route } from './route.js';

/** Whether the process is running, and whether it can handle requests. */
export const healthRoutes = ({
  isReady,
}: {
  readonly isReady: () => Promise<boolean>;
}): readonly Route[] => [
  { method: 'GET', path: '/healthz', handle: () => Response.json({ status: 'ok' }) },
  {
    method: 'GET',
    path: '/readyz',
    handle: async () =>
      (await isReady())
        ? Response.json({ status: 'ok' })
        : problem(503, {
            detail: 'The database does not answer.',
            headers: { 'Retry-After': '5' },
          }),
  },
];
