import type { LitElement, ReactiveController } from 'lit';
import { focusAndReveal } from '../focus-and-reveal.js';

/**
 * Moves the focus to an element once it is rendered, and reveals it. If an update removes the element that had the
 * focus, the focus moves to a fallback instead of the top of the page.
 */
export class NextFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #fallbacks: readonly string[];
  #wanted: readonly string[] = [];
  #focused: Element | null = null;

  /** @param fallbacks selectors of what takes a focus that was lost; the first that is found */
  constructor(host: LitElement, ...fallbacks: readonly string[]) {
    this.#host = host;
    this.#fallbacks = fallbacks;
    host.addController(this);
  }

  /** Moves the focus to the first of these that is found after the next update. */
  moveTo(...selectors: readonly string[]): void {
    this.#wanted = selectors;
    this.#host.requestUpdate();
  }

  /** Leaves the focus where it is after the next update. */
  stay(): void {
    this.#wanted = [];
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const isLost = this.#focused?.isConnected === false && this.#wanted.length === 0;
    const [place] = (isLost ? this.#fallbacks : this.#wanted).flatMap(
      (one) => this.#host.renderRoot.querySelector<HTMLElement>(one) ?? [],
    );
    this.#wanted = [];
    if (place) focusAndReveal(place);
  }
}
