import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import type { Search, SearchEvent } from './state/search-state.js';

/** Searches a directory: the newest search wins, older ones are aborted. */
export class ActivitySearch {
  readonly #task: Task<readonly [Search], SearchEvent>;

  constructor(
    host: ReactiveControllerHost,
    directory: () => DirectoryApi | undefined,
    answered: (event: SearchEvent) => void,
  ) {
    this.#task = new Task(host, {
      autoRun: false,
      task: async ([search], { signal }): Promise<SearchEvent> => {
        const { query, after } = search;
        const result = await directory()?.search({ ...query, after }, signal);
        return result?.ok
          ? { type: 'found', search, page: result.value }
          : { type: 'search-failed', search, failure: result?.failure ?? refused };
      },
      onComplete: answered,
    });
  }

  /** Resolves when the search is complete or aborted. */
  run(search: Search): Promise<void> {
    return this.#task.run([search]);
  }

  /** Aborts a search in progress. */
  stop(): void {
    this.#task.abort();
  }
}

const refused: Failure = { kind: 'refused', status: 0 };
