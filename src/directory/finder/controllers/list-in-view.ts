import type { LitElement, ReactiveController } from 'lit';
import { idle } from '../../../core/idle.js';

// Most people are quicker from one key to the next.
const quiet = 500;

/**
 * Lays out what is in view of a list as soon as it is drawn, and the rest when nobody has pressed anything for a while,
 * one by one: a key that is pressed meanwhile waits for one item and not for two dozen. In the end the list is one like
 * any other, because not every browser finds text in what it has not laid out.
 */
export class ListInView implements ReactiveController {
  readonly #host: LitElement;
  readonly #items: () => unknown;
  #drawn: unknown;
  #timer = 0;

  /** `items` gives what the list is drawn from: another value says that it has been drawn anew. */
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
