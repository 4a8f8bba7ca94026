import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { Directory } from '../client/directory.js';
import type { Failure } from '../client/failure.js';
import type { ActivityPage } from '../contract/activity-page.js';
import { type ActivityQuery, emptyQuery, filterNames } from '../contract/activity-query.js';
import type { Result } from '../shared/result.js';

/** Searches: the newest wins, older ones are aborted, and what was found before stays until the new is there. */
export class FinderSearch {
  /** What was found, all pages so far as one. */
  found: ActivityPage | undefined;
  /** What it is the answer to. */
  asked: ActivityQuery = emptyQuery;
  /** Why the last search did not come out well. */
  failure: Failure | undefined;
  /** What was last looked for, whether or not an answer has come. */
  query: ActivityQuery | undefined;
  after = '';
  /** The values of each filter that are offered. Those of a filter in use stay, so that nothing moves under a hand. */
  readonly offered: Record<string, readonly string[]> = {};
  readonly #task: Task<readonly [ActivityQuery], Result<ActivityPage, Failure>>;
  #before: ActivityPage['items'] = [];

  constructor(host: ReactiveControllerHost, directory: () => Directory | undefined) {
    this.#task = new Task(host, {
      autoRun: false,
      task: async ([query], { signal }): Promise<Result<ActivityPage, Failure>> =>
        (await directory()?.search(query, signal)) ?? refused,
      onComplete: (result) => {
        this.#take(result);
      },
    });
  }

  /** Whether an answer is on its way. */
  get isBusy(): boolean {
    return this.#task.status === TaskStatus.PENDING;
  }

  /** Searches from the first page on, or adds the page `after` what there is. */
  search(query: ActivityQuery, after = ''): Promise<void> {
    this.query = query;
    this.after = after;
    this.#before = after === '' ? [] : (this.found?.items ?? []);
    return this.#task.run([{ ...query, after }]);
  }

  /** Lets go of what was found, for whoever looks for something else. */
  forget(): void {
    this.stop();
    this.found = undefined;
    this.failure = undefined;
  }

  /** Lets go of a search that is under way. */
  stop(): void {
    this.#task.abort();
  }

  #take(result: Result<ActivityPage, Failure>): void {
    if (!result.ok && result.failure.kind === 'cancelled') return;
    this.failure = result.ok ? undefined : result.failure;
    if (!result.ok || !this.query) return;
    const known = new Set(this.#before.map(({ id }) => id));
    const fresh = result.value.items.filter(({ id }) => !known.has(id));
    this.found = { ...result.value, items: [...this.#before, ...fresh] };
    this.asked = this.query;
    for (const name of filterNames) {
      const counts = result.value.facets[name] ?? {};
      const now = Object.keys(counts).sort(
        (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0),
      );
      const before = (this.query.filters[name] ?? []).length > 0 ? this.offered[name] : [];
      this.offered[name] = [...new Set([...(before ?? []), ...now])];
    }
  }
}

const refused: Result<ActivityPage, Failure> = {
  ok: false,
  failure: { kind: 'refused', status: 0 },
};
