import type { ActivityPage } from '../src/directory/contract/activity-page.js';
import { reportActivity, searchActivities } from '../src/directory/contract/endpoints.js';
import { searchGpPractices, sendReferral } from '../src/referral/contract/endpoints.js';
import type { Problem } from '../src/core/contract/problem.js';
import { listReferrals } from '../src/referral/contract/staff-endpoints.js';
import { suggestActivity } from '../src/suggestion/contract/endpoints.js';

/** The type of `fetch`. */
export type Fetch = typeof globalThis.fetch;

/** Wraps `fetch` to simulate a condition of the backend or the network. */
export type Scenario = (fetch: Fetch) => Fetch;

const pathOf = (input: RequestInfo | URL): string =>
  new URL(input instanceof Request ? input.url : input, 'http://localhost').pathname;

/** The backend without any change. */
export const working: Scenario = (fetch) => fetch;

/** Every response is delayed by three seconds. */
export const slow: Scenario = (fetch) => async (input, init) => {
  await pause(3000, init?.signal ?? (input instanceof Request ? input.signal : null));
  return fetch(input, init);
};

/** Requests never get a response. */
export const silent: Scenario = () => (input, init) =>
  new Promise((_, reject) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    signal?.addEventListener('abort', () => {
      reject(new DOMException('The request was aborted', 'AbortError'));
    });
  });

/** Searches return empty results. */
export const empty: Scenario = (fetch) => async (input, init) => {
  const response = await fetch(input, init);
  const isSearch = [searchGpPractices.path, listReferrals.path].some(
    (path) => path === pathOf(input),
  );
  if (response.ok && pathOf(input) === searchActivities.path)
    return Response.json({ total: 0, items: [], facets: {} } satisfies ActivityPage);
  return response.ok && isSearch ? Response.json({ items: [] }) : response;
};

/** There is no network. */
export const offline: Scenario = () => () => Promise.reject(new TypeError('Failed to fetch'));

/** The backend answers every request with 503. */
export const down: Scenario = () => () =>
  Promise.resolve(problemOf(503, 'The service cannot be reached'));

const sent: readonly string[] = [sendReferral.path, suggestActivity.path, reportActivity.path];

/** Submitted forms are rejected with 403; everything else works. */
export const refusing: Scenario = (fetch) => (input, init) =>
  sent.includes(pathOf(input))
    ? Promise.resolve(problemOf(403, 'The request is refused'))
    : fetch(input, init);

/** Responses are JSON that does not conform to the contract. */
export const offContract: Scenario = () => () =>
  Promise.resolve(Response.json({ unexpected: true }));

/** All scenarios by the names that stories, the demonstration and tests use. */
export const scenarios = {
  working,
  slow,
  silent,
  empty,
  offline,
  down,
  refusing,
  'off-contract': offContract,
} as const satisfies Readonly<Record<string, Scenario>>;

const problemOf = (status: number, title: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title, status } satisfies Problem), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

function pause(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(new DOMException('The request was aborted', 'AbortError'));
    };
    if (signal?.aborted === true) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    setTimeout(resolve, milliseconds);
  });
}
