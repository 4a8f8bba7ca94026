import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import type { Search, SearchEvent } from './state/search-state.js';

/** Asks a directory for activities: the newest search wins, older ones are aborted. */
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

  /** Ends when the answer is there, or is not wanted any more. */
  run(search: Search): Promise<void> {
    return this.#task.run([search]);
  }

  /** Lets go of a search that is under way. */
  stop(): void {
    this.#task.abort();
  }
}

const refused: Failure = { kind: 'refused', status: 0 };
