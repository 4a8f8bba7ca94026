import { setTimeout as wait } from 'node:timers/promises';

/** An answer of a feed that cannot be used, in words for whoever runs the import. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
}

const patience = 10_000;
const tries = 3;
const largest = 20 * 1024 * 1024;
const longestPause = 60_000;

/** The JSON at an address. Asks again, after growing pauses, where that may help; then rejects with what was wrong. */
export async function fetchJson(address: string, signal?: AbortSignal): Promise<unknown> {
  let last = new FetchFailed(`${address} was not asked`);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await ask(address, signal);
    if (answer.ok) return answer.json;
    last = answer.error;
    if (!answer.mayPass || attempt === tries - 1) break;
    await wait(Math.min(longestPause, answer.pause ?? 500 * 4 ** attempt), undefined, {
      ...(signal ? { signal } : {}),
    });
  }
  throw last;
}

type Answer =
  | { readonly ok: true; readonly json: unknown }
  | {
      readonly ok: false;
      readonly error: FetchFailed;
      readonly mayPass: boolean;
      readonly pause?: number;
    };

async function ask(address: string, signal: AbortSignal | undefined): Promise<Answer> {
  const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])];
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.any(limits),
    });
    const { status } = response;
    if (!response.ok) {
      await response.body?.cancel();
      const after = Number(response.headers.get('retry-after') ?? Number.NaN);
      return failed(address, `answers ${status}`, status === 429 || status >= 500, after * 1000);
    }
    return parse(address, await textOf(response));
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (error instanceof FetchFailed) return { ok: false, error, mayPass: false };
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return failed(
      address,
      isLate ? 'does not answer in time' : 'cannot be reached or breaks off',
      true,
    );
  }
}

const failed = (address: string, what: string, mayPass: boolean, pause?: number): Answer => ({
  ok: false,
  error: new FetchFailed(`${address} ${what}`),
  mayPass,
  ...(pause === undefined || Number.isNaN(pause) ? {} : { pause }),
});

// Counted as it comes: an endless answer would fill the memory.
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largest) throw new FetchFailed(`${response.url} gives more than 20 MB at once`);
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
