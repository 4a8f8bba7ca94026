import type { LitElement, ReactiveController } from 'lit';
import { idle } from '../../../core/idle.js';

// Most people press the next key sooner.
const quiet = 500;

/**
 * Lays out the visible items of a list at once, and the others one by one when there has been no input for a while, so
 * that a key press waits for one item at most. In the end all items are laid out, because not every browser finds text
 * in items that are not.
 */
export class DeferredLayout implements ReactiveController {
  readonly #host: LitElement;
  readonly #items: () => unknown;
  #drawn: unknown;
  #timer = 0;

  /** @param items returns the items of the list; another value means that the list was rendered again */
  constructor(host: LitElement, items: () => unknown) {
    this.#host = host;
    this.#items = items;
    host.addController(this);
    for (const press of ['keydown', 'pointerdown']) host.addEventListener(press, this.#wait);
  }

  hostUpdated(): void {
    const items = this.#items();
    if (items === this.#drawn) return;
    this.#drawn = items;
    for (const one of this.#all()) one.classList.add('later');
    this.#wait();
  }

  readonly #all = () => this.#host.renderRoot.querySelectorAll('.list > li');

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#layOut(), quiet);
  };

  async #layOut(): Promise<void> {
    const timer = this.#timer;
    for (const one of this.#all()) {
      await idle();
      if (timer !== this.#timer) return;
      one.classList.remove('later');
    }
  }
}
