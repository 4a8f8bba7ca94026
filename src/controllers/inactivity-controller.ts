import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type InactivityTimeout,
  type InactivityState,
  inactivityStateAfter,
  timeToNextState,
} from '../machines/inactivity.js';

/** What watching over answers needs of an element. */
export interface InactivityHost extends ReactiveControllerHost {
  /** Whether there is anything that the next person at this computer should not see. */
  readonly hasSomethingToClear: boolean;
  /** How long it may stay with nobody there; nothing for as long as it likes. */
  readonly inactivityTimeout: InactivityTimeout | undefined;
  /** Nobody was there for too long. */
  clearAfterTimeout(): void;
}

const signs = ['keydown', 'pointerdown', 'input', 'wheel'] as const;

/**
 * Notices that nobody is there any more. Any input on the page counts, until there is a warning: then somebody has
 * to say that they are still there. The clock decides and not a count of timers, which sleep with the computer.
 */
export class InactivityController implements ReactiveController {
  state: InactivityState = { is: 'there' };
  readonly #host: InactivityHost;
  #last = Date.now();
  #timer = 0;

  constructor(host: InactivityHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of signs)
      document.addEventListener(sign, this.#notice, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    for (const sign of signs) document.removeEventListener(sign, this.#notice, { capture: true });
    document.removeEventListener('visibilitychange', this.#look);
  }

  hostUpdated(): void {
    if (this.#host.hasSomethingToClear && this.#timer === 0) this.#look();
  }

  /** Somebody says that they are still there. */
  stay(): void {
    this.#last = Date.now();
    this.#look();
  }

  readonly #notice = (): void => {
    // Whoever comes after the time is somebody else.
    this.#look();
    if (this.state.is === 'there') this.#last = Date.now();
  };

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const { inactivityTimeout, hasSomethingToClear } = this.#host;
    const before = this.state;
    this.state = { is: 'there' };
    if (inactivityTimeout && hasSomethingToClear) {
      const quiet = Date.now() - this.#last;
      const presence = inactivityStateAfter(quiet, inactivityTimeout);
      if (presence.is === 'gone') this.#host.clearAfterTimeout();
      else {
        this.state = presence;
        this.#timer = window.setTimeout(this.#look, timeToNextState(quiet, inactivityTimeout));
      }
    } else this.#last = Date.now();
    if (this.state.is !== 'there' || before.is !== 'there') this.#host.requestUpdate();
  };
}
