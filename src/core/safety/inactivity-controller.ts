import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type InactivityTimeout,
  type InactivityState,
  inactivityStateAfter,
  timeToNextState,
} from './inactivity-state.js';

/** What the controller needs of its element. */
export interface InactivityHost extends ReactiveControllerHost {
  /** Whether the element holds anything that the next person at the computer should not see. */
  readonly hasSomethingToClear: boolean;
  /** How long that is kept without any input; `undefined` where it is never cleared automatically. */
  readonly inactivityTimeout: InactivityTimeout | undefined;
  /** Clears the element after the timeout. */
  clearAfterTimeout(): void;
}

const inputs = ['keydown', 'pointerdown', 'input', 'wheel'] as const;

/**
 * Clears an element after a time without input. Until the warning, any input on the page restarts the time; after it,
 * only an explicit confirmation does. The time is measured by the clock, because timers stop while a computer sleeps.
 */
export class InactivityController implements ReactiveController {
  state: InactivityState = { is: 'active' };
  readonly #host: InactivityHost;
  #lastInput = Date.now();
  #timer = 0;

  constructor(host: InactivityHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of inputs)
      document.addEventListener(type, this.#recordInput, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#check);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    for (const type of inputs)
      document.removeEventListener(type, this.#recordInput, { capture: true });
    document.removeEventListener('visibilitychange', this.#check);
  }

  hostUpdated(): void {
    if (this.#host.hasSomethingToClear && this.#timer === 0) this.#check();
  }

  /** The person confirms that they are still there. */
  stay(): void {
    this.#lastInput = Date.now();
    this.#check();
  }

  readonly #recordInput = (): void => {
    // Input after the timeout may come from another person, so the timeout is checked first.
    this.#check();
    if (this.state.is === 'active') this.#lastInput = Date.now();
  };

  readonly #check = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const { inactivityTimeout, hasSomethingToClear } = this.#host;
    const before = this.state;
    this.state = { is: 'active' };
    if (inactivityTimeout && hasSomethingToClear) {
      const quiet = Date.now() - this.#lastInput;
      const state = inactivityStateAfter(quiet, inactivityTimeout);
      if (state.is === 'expired') this.#host.clearAfterTimeout();
      else {
        this.state = state;
        this.#timer = window.setTimeout(this.#check, timeToNextState(quiet, inactivityTimeout));
      }
    } else this.#lastInput = Date.now();
    if (this.state.is !== 'active' || before.is !== 'active') this.#host.requestUpdate();
  };
}
