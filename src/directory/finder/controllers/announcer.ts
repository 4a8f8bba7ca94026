import type { ReactiveController, ReactiveControllerHost } from 'lit';

const announceDelay = 700;

/** What assistive technology is told once nothing has changed for a while, so that nobody hears a number at every key. */
export class Announcer implements ReactiveController {
  /** What stands in the live region. */
  message = '';
  readonly #host: ReactiveControllerHost;
  #timer = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Says something after a while, unless something else is to be said by then. */
  announce(message: () => string): void {
    this.cancel();
    this.#timer = window.setTimeout(() => {
      this.message = message();
      this.#host.requestUpdate();
    }, announceDelay);
  }

  /** Says no more what was about to be said. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** Takes back what was said. */
  clear(): void {
    this.message = '';
  }
}
