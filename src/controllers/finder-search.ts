import { Task, TaskStatus } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { Directory } from '../client/directory.js';
import type { Failure } from '../client/failure.js';
import type { ActivityPage } from '../contract/activity-page.js';
import type { ActivityQuery } from '../contract/activity-query.js';
import type { Result } from '../shared/result.js';

/** Searches: the newest wins, older ones are aborted, and what was found before stays until the new is there. */
export class FinderSearch {
  /** What was found, all pages so far as one. */
  found: ActivityPage | undefined;
  /** Why the last search did not come out well. */
  failure: Failure | undefined;
  readonly #task: Task<readonly [ActivityQuery], Result<ActivityPage, Failure>>;
  #query: ActivityQuery | undefined;
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

  /** Searches from the first page on. */
  search(query: ActivityQuery): Promise<void> {
    this.#query = query;
    this.#before = [];
    return this.#task.run([query]);
  }

  /** Adds the next page. */
  more(): Promise<void> {
    const { items = [], next: after = '' } = this.found ?? {};
    if (!this.#query || after === '') return Promise.resolve();
    this.#before = items;
    return this.#task.run([{ ...this.#query, after }]);
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
    if (!result.ok) return;
    const known = new Set(this.#before.map(({ id }) => id));
    const fresh = result.value.items.filter(({ id }) => !known.has(id));
    this.found = { ...result.value, items: [...this.#before, ...fresh] };
  }
}

const refused: Result<ActivityPage, Failure> = {
  ok: false,
  failure: { kind: 'refused', status: 0 },
};
