import type { LitElement, ReactiveController } from 'lit';

/** Takes the keyboard's focus to something as soon as it is drawn, and brings it into view. */
export class NextFocus implements ReactiveController {
  /** A selector of what is to have the focus; forgotten once that has it. */
  on: string | undefined;
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const place =
      this.on === undefined ? null : this.#host.renderRoot.querySelector<HTMLElement>(this.on);
    if (!place) return;
    this.on = undefined;
    place.scrollIntoView({ block: 'nearest' });
    place.focus({ preventScroll: true });
  }
}
