import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRecord } from '../../core/record.js';

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
 * The entries contain no answers, the address does not change, and the host page's own state is kept.
 */
export class PageHistory implements ReactiveController {
  readonly #id = `${String(Date.now())}-${String((count += 1))}`;
  readonly #goTo: (position: number | undefined) => void;
  readonly #isEnabled: () => boolean;

  /** @param goTo receives the position of the entry that was reached; `undefined` for an entry that does not belong to this form */
  constructor(
    host: ReactiveControllerHost,
    goTo: (position: number | undefined) => void,
    isEnabled: () => boolean,
  ) {
    this.#goTo = goTo;
    this.#isEnabled = isEnabled;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  /** Adds an entry for a page; the entry before the first one added becomes that of the first page. */
  push(position: number): void {
    if (!this.#isEnabled()) return;
    try {
      if (!this.#current() && position > 0) history.replaceState(this.#marked(0), '');
      history.pushState(this.#marked(position), '');
    } catch {
      // Not allowed in a sandboxed page; the form's own Back link works without entries.
    }
  }

  /** Adds the entries again, after the person has gone back past the first of them. */
  restore(position: number): void {
    for (let entry = 0; entry <= position; entry += 1) this.push(entry);
  }

  /** Goes back in the browser's history if its current entry belongs to this form; returns whether it did. */
  back(position: number): boolean {
    if (!this.#isEnabled() || this.#current()?.position !== position) return false;
    history.back();
    return true;
  }

  /** The position of the current entry, if it belongs to this form. */
  get position(): number | undefined {
    return this.#isEnabled() ? this.#current()?.position : undefined;
  }

  // The host page's own data in the entry are kept.
  #marked(position: number): unknown {
    const state: unknown = history.state;
    return { ...(isRecord(state) ? state : {}), kith: { form: this.#id, position } };
  }

  #current(): Mark | undefined {
    const mark = markOf(history.state);
    return mark?.form === this.#id ? mark : undefined;
  }

  readonly #onPopState = (): void => {
    if (this.#isEnabled()) this.#goTo(this.#current()?.position);
  };
}
