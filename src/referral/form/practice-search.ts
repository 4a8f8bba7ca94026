import type { ReactiveControllerHost } from 'lit';
import type { ReferralApi } from '../api/referral-api.js';
import type { GpPractice } from '../contract/gp-practice.js';

const typingDelay = 200;
const minLength = 2;

/** The state of the list of practices. */
export type PracticeList =
  | { readonly at: 'closed' }
  | { readonly at: 'open'; readonly practices: readonly GpPractice[]; readonly active: number }
  | { readonly at: 'unavailable' };

/** Searches for practices while a person types. A new search aborts the previous one, whose results stay until then. */
export class PracticeSearch {
  list: PracticeList = { at: 'closed' };
  readonly #host: ReactiveControllerHost;
  readonly #api: () => ReferralApi | undefined;
  #running = new AbortController();

  // Not a Task of @lit/task: its 0.6 kB would be all there is of it in the form.
  constructor(host: ReactiveControllerHost, api: () => ReferralApi | undefined) {
    this.#host = host;
    this.#api = api;
  }

  /** Searches for the text typed so far. */
  search(query: string): void {
    this.#running.abort();
    this.#running = new AbortController();
    if (query.trim().length < minLength) this.close();
    else void this.#find(query.trim().slice(0, 100), this.#running.signal);
  }

  /** Moves the active option, from the end of the list to its start and back. */
  move(by: 1 | -1): void {
    if (this.list.at !== 'open' || this.list.practices.length === 0) return;
    const { practices, active } = this.list;
    const count = practices.length;
    const from = active < 0 && by < 0 ? 0 : active;
    this.#show({ at: 'open', practices, active: (from + by + count) % count });
  }

  /** The active option. */
  get active(): GpPractice | undefined {
    return this.list.at === 'open' ? this.list.practices[this.list.active] : undefined;
  }

  /** Closes the list and aborts the search. */
  close(): void {
    this.#running.abort();
    this.#show({ at: 'closed' });
  }

  async #find(query: string, signal: AbortSignal): Promise<void> {
    const isAborted = (): boolean => signal.aborted;
    await new Promise((resolve) => setTimeout(resolve, typingDelay));
    if (isAborted()) return;
    const found = await this.#api()?.gpPractices(query, signal);
    if (isAborted() || !found) return;
    this.#show(
      found.ok
        ? { at: 'open', practices: found.value.items, active: -1 }
        : { at: found.failure.kind === 'rejected' ? 'closed' : 'unavailable' },
    );
  }

  #show(list: PracticeList): void {
    this.list = list;
    this.#host.requestUpdate();
  }
}
