import { LRUCache } from 'lru-cache';

/** A cache of recent answers by key; simultaneous requests for one key share one call. */
export type AnswerCache<Value extends object | string> = LRUCache<
  string,
  Value,
  () => Promise<Value>
>;

/** A cache with at most `max` answers, read with `forceFetch(key, { context: ask })`. Failures are not cached. */
export const answerCache = <Value extends object | string>(max: number): AnswerCache<Value> =>
  new LRUCache({
    max,
    fetchMethod: (_key, _stale, { context: ask }) => ask(),
    // Every caller gets an answer, even if it has already been evicted.
    ignoreFetchAbort: true,
  });
