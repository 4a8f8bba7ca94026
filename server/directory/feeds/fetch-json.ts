import { setTimeout as wait } from 'node:timers/promises';
import { shownAddress } from './shown-address.js';

/** A response of a feed that cannot be used; the message is for administrators. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  /** What the address does, such as “answers 503”. */
  readonly what: string;
  /** Whether trying again later may help. */
  readonly mayPass: boolean;

  constructor(address: string, what: string, mayPass: boolean) {
    super(`${shownAddress(address)} ${what}`);
    this.what = what;
    this.mayPass = mayPass;
  }
}

/** Timeouts for a feed in milliseconds. */
export interface Timeouts {
  /** Until the next data arrives. */
  readonly silence: number;
  /** Until the response is complete. */
  readonly whole: number;
}

/** Options of a request. */
export interface Asking {
  readonly signal?: AbortSignal | undefined;
  readonly timeouts?: Timeouts | undefined;
}

const usualTimeouts: Timeouts = { silence: 10_000, whole: 120_000 };
const tries = 3;
const largest = 20 * 1024 * 1024;
const longestPause = 60_000;
const mostRedirects = 5;

/** The JSON at an address. Retries after growing pauses where that may help, then rejects with the reason. */
export async function fetchJson(address: string, asking: Asking = {}): Promise<unknown> {
  let last = new FetchFailed(address, 'was not asked', true);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await ask(address, asking);
    if (answer.ok) return answer.json;
    last = answer.error;
    if (!last.mayPass || attempt === tries - 1) break;
    await wait(Math.min(longestPause, answer.pause ?? 500 * 4 ** attempt), undefined, {
      ...(asking.signal ? { signal: asking.signal } : {}),
    });
  }
  throw last;
}

type Answer =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly error: FetchFailed; readonly pause?: number };

async function ask(address: string, { signal, timeouts = usualTimeouts }: Asking): Promise<Answer> {
  const silence = new AbortController();
  const timer = setTimeout(() => {
    silence.abort();
  }, timeouts.silence);
  const limit = AbortSignal.any([
    silence.signal,
    AbortSignal.timeout(timeouts.whole),
    ...(signal ? [signal] : []),
  ]);
  try {
    const response = await follow(address, limit);
    if (!response.ok) return await refusal(address, response);
    return parse(address, await textOf(address, response, () => timer.refresh()));
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (error instanceof FetchFailed) return { ok: false, error };
    const what = limit.aborted ? 'does not answer in time' : 'cannot be reached or breaks off';
    return failed(address, what, true);
  } finally {
    clearTimeout(timer);
  }
}

const failed = (address: string, what: string, mayPass: boolean, pause?: number): Answer => ({
  ok: false,
  error: new FetchFailed(address, what, mayPass),
  ...(pause === undefined || Number.isNaN(pause) ? {} : { pause }),
});

async function refusal(address: string, response: Response): Promise<Answer> {
  await response.body?.cancel();
  const { status } = response;
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  return failed(address, `answers ${status}`, status === 429 || status >= 500, after * 1000);
}

// Redirects are followed here, so that a feed may redirect within its site but not to internal addresses.
async function follow(address: string, signal: AbortSignal): Promise<Response> {
  let url = new URL(address);
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!next || !staysOnSite(url, next))
      throw new FetchFailed(
        address,
        `leads to ${next ? `${next.protocol}//${next.host}` : 'nowhere'}, which is another site; if that is right, give its address`,
        false,
      );
    url = next;
  }
  throw new FetchFailed(address, 'leads round in circles', false);
}

const staysOnSite = (from: URL, to: URL): boolean =>
  to.origin === from.origin ||
  (to.hostname === from.hostname && from.protocol === 'http:' && to.protocol === 'https:');

// Counted after decompression while data arrives, so that an endless response cannot fill the memory.
async function textOf(address: string, response: Response, heard: () => unknown): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    heard();
    bytes += part.byteLength;
    if (bytes > largest) throw new FetchFailed(address, 'gives more than 20 MB at once', false);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

function parse(address: string, text: string): Answer {
  try {
    const json: unknown = JSON.parse(text);
    return { ok: true, json };
  } catch {
    const isPage = /^\s*</.test(text);
    return failed(
      address,
      isPage ? 'answers HTML instead of JSON' : 'breaks off or is not JSON',
      !isPage,
    );
  }
}
