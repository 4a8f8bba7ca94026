import type { ReactiveController, ReactiveControllerHost } from 'lit';

const announceDelay = 700;

/** Announces messages to assistive technology, with a delay, so that not every key press is followed by a number. */
export class Announcer implements ReactiveController {
  /** The content of the live region. */
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

  /** Announces a message after a delay, in place of any that is waiting. */
  announce(message: () => string): void {
    this.cancel();
    this.#timer = window.setTimeout(() => {
      this.message = message();
      this.#host.requestUpdate();
    }, announceDelay);
  }

  /** Cancels the message that is waiting. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** Empties the live region. */
  clear(): void {
    this.message = '';
  }
}
