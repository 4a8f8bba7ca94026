import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type InactivityTimeout, secondsLeft, timeToNextChange } from './inactivity-state.js';

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
  /** Seconds until the element is cleared; `undefined` while there is no warning. */
  secondsLeft: number | undefined;
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
  readonly stay = (): void => {
    this.#lastInput = Date.now();
    this.#check();
  };

  readonly #recordInput = (): void => {
    // Input after the timeout may come from another person, so the timeout is checked first.
    this.#check();
    if (this.secondsLeft === undefined) this.#lastInput = Date.now();
  };

  readonly #check = (): void => {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const { inactivityTimeout, hasSomethingToClear } = this.#host;
    const before = this.secondsLeft;
    this.secondsLeft = undefined;
    if (inactivityTimeout && hasSomethingToClear) {
      const quiet = Date.now() - this.#lastInput;
      const seconds = secondsLeft(quiet, inactivityTimeout);
      if (seconds === 0) this.#host.clearAfterTimeout();
      else {
        this.secondsLeft = seconds;
        this.#timer = window.setTimeout(this.#check, timeToNextChange(quiet, inactivityTimeout));
      }
    } else this.#lastInput = Date.now();
    if (this.secondsLeft !== undefined || before !== undefined) this.#host.requestUpdate();
  };
}
