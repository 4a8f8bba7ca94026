import { LRUCache } from 'lru-cache';

/** The answers to what was asked last, by key; a question that is asked while its answer is awaited is asked once. */
export type AnswerCache<Value extends object | string> = LRUCache<
  string,
  Value,
  () => Promise<Value>
>;

/** A cache for so many answers, to be read with `forceFetch(key, { context: ask })`. Failures are not kept. */
export const answerCache = <Value extends object | string>(max: number): AnswerCache<Value> =>
  new LRUCache({
    max,
    fetchMethod: (_key, _stale, { context: ask }) => ask(),
    // Whoever waits gets an answer, even if there is no room for it any more.
    ignoreFetchAbort: true,
  });
