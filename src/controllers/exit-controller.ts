import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type ShiftPresses,
  noPresses,
  pressed,
  pressesToLeave,
} from '../machines/shift-presses.js';

/** What leaving in a hurry needs of an element. */
export interface ExitHost extends ReactiveControllerHost {
  /** Forgets every answer. */
  clear(): void;
  /** Hides the page at once, while the neutral one is loading. */
  cover(): void;
  /** Lets the page be seen again, for whoever comes back to it. */
  uncover(): void;
  /** Address of the neutral page; nothing where people are not offered to leave. */
  readonly exitAddress: string | undefined;
}

// However many elements stand on a page, it is left once, and all of them forget.
const leavers = new Set<ExitHost>();
let presses: ShiftPresses = noPresses;

const hear = (event: KeyboardEvent): void => {
  if (event.repeat) return;
  const before = presses;
  presses = pressed(before, { isDown: event.type === 'keydown', key: event.key, at: Date.now() });
  if (presses.count >= pressesToLeave) leave();
  else if (presses.count !== before.count) for (const leaver of leavers) leaver.requestUpdate();
};

// A page may come back out of the browser's memory, cover and all.
const comeBack = (event: PageTransitionEvent): void => {
  if (event.persisted) for (const leaver of leavers) leaver.uncover();
};

function leave(): void {
  presses = noPresses;
  const address = [...leavers]
    .map(({ exitAddress }) => exitAddress)
    .find((one) => one !== undefined);
  if (address === undefined) return;
  for (const leaver of leavers) {
    leaver.cover();
    leaver.clear();
  }
  // In the place of this page in the browser's history: its Back leads past it.
  location.replace(address);
}

/** Lets an element take part in “Exit this page quickly”: all elements of a page share one pair of listeners. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;

  constructor(host: ExitHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Presses of Shift that are still missing to leave; nothing where nobody has begun. */
  get pressesLeft(): number | undefined {
    return presses.count > 0 ? pressesToLeave - presses.count : undefined;
  }

  /** Covers the page, forgets every answer of every element on it, and goes to the neutral page. */
  readonly leave = leave;

  hostConnected(): void {
    if (leavers.size === 0) {
      // Before the page's own listeners, one of which may keep keys to itself.
      document.addEventListener('keydown', hear, { capture: true });
      document.addEventListener('keyup', hear, { capture: true });
      window.addEventListener('pageshow', comeBack);
    }
    leavers.add(this.#host);
  }

  hostDisconnected(): void {
    leavers.delete(this.#host);
    if (leavers.size > 0) return;
    document.removeEventListener('keydown', hear, { capture: true });
    document.removeEventListener('keyup', hear, { capture: true });
    window.removeEventListener('pageshow', comeBack);
  }
}
