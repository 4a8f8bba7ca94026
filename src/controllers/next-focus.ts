import type { LitElement, ReactiveController } from 'lit';
import { focusAndReveal } from '../shared/focus-and-reveal.js';

/**
 * Takes the keyboard's focus to something as soon as it is drawn, and brings it into view. What had the focus may be
 * gone after a drawing, such as a filter that was let go of: it must not fall to the page's top.
 */
export class NextFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #otherwise: readonly string[];
  #wanted: readonly string[] = [];
  #focused: Element | null = null;

  /** `otherwise` are selectors of what takes a focus that was lost, the first that is there. */
  constructor(host: LitElement, ...otherwise: readonly string[]) {
    this.#host = host;
    this.#otherwise = otherwise;
    host.addController(this);
  }

  /** The first of these that is there when the host has been drawn. */
  on(...selectors: readonly string[]): void {
    this.#wanted = selectors;
    this.#host.requestUpdate();
  }

  /** Leaves the focus where it is. */
  stay(): void {
    this.#wanted = [];
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const isLost = this.#focused?.isConnected === false && this.#wanted.length === 0;
    const [place] = (isLost ? this.#otherwise : this.#wanted).flatMap(
      (one) => this.#host.renderRoot.querySelector<HTMLElement>(one) ?? [],
    );
    this.#wanted = [];
    if (place) focusAndReveal(place);
  }
}
