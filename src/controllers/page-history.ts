import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRecord } from '../shared/record.js';

interface Mark {
  readonly form: string;
  readonly position: number;
}

const markOf = (state: unknown): Mark | undefined => {
  const mark = isRecord(state) ? state['kith'] : undefined;
  return isRecord(mark) && typeof mark['form'] === 'string' && typeof mark['position'] === 'number'
    ? { form: mark['form'], position: mark['position'] }
    : undefined;
};

let count = 0;

/**
 * Gives each page of a form its own entry in the browser's history, so that Back goes one question back.
 * Entries hold a number and nothing else, the address never changes, and the host page's own state is kept.
 */
export class PageHistory implements ReactiveController {
  readonly #id = `${String(Date.now())}-${String((count += 1))}`;
  readonly #goTo: (position: number | undefined) => void;
  readonly #isOn: () => boolean;

  /** @param goTo hears the position of the entry a person came to; none for an entry that is not ours */
  constructor(
    host: ReactiveControllerHost,
    goTo: (position: number | undefined) => void,
    isOn: () => boolean,
  ) {
    this.#goTo = goTo;
    this.#isOn = isOn;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#follow);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#follow);
  }

  /** Adds an entry for a page that a person went on to; the entry before it becomes that of the first page. */
  push(position: number): void {
    if (!this.#isOn()) return;
    try {
      if (!this.#current() && position > 0) history.replaceState(this.#marked(0), '');
      history.pushState(this.#marked(position), '');
    } catch {
      // A sandboxed page may not; our own Back link still works.
    }
  }

  /** Takes up its entries again, after a person has gone back out of them. */
  restore(position: number): void {
    for (let entry = 0; entry <= position; entry += 1) this.push(entry);
  }

  /** Goes back through the browser's history when its newest entry is ours; says whether it did. */
  back(position: number): boolean {
    if (!this.#isOn() || this.#current()?.position !== position) return false;
    history.back();
    return true;
  }

  /** The position of the newest entry, if it is ours. */
  get position(): number | undefined {
    return this.#isOn() ? this.#current()?.position : undefined;
  }

  // Whatever the host page keeps in its entry stays in it.
  #marked(position: number): unknown {
    const state: unknown = history.state;
    return { ...(isRecord(state) ? state : {}), kith: { form: this.#id, position } };
  }

  #current(): Mark | undefined {
    const mark = markOf(history.state);
    return mark?.form === this.#id ? mark : undefined;
  }

  readonly #follow = (): void => {
    if (this.#isOn()) this.#goTo(this.#current()?.position);
  };
}
