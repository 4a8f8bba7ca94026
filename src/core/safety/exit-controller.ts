import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type ShiftPresses, noPresses, pressed, pressesToLeave } from './shift-presses.js';

/** What the controller needs of its element. */
export interface ExitHost extends ReactiveControllerHost {
  /** Clears all answers. */
  clear(): void;
  /** Covers the page at once, while the neutral page is loading. */
  cover(): void;
  /** Removes the cover, when the person comes back to the page. */
  uncover(): void;
  /** Address of the neutral page; `undefined` where there is no exit button. */
  readonly exitAddress: string | undefined;
}

// Shared by all elements of a page: leaving clears all of them.
const hosts = new Set<ExitHost>();
let presses: ShiftPresses = noPresses;

const countPresses = (event: KeyboardEvent): void => {
  if (event.repeat) return;
  const before = presses;
  presses = pressed(before, { isDown: event.type === 'keydown', key: event.key, at: Date.now() });
  if (presses.count >= pressesToLeave) leave();
  else if (presses.count !== before.count) for (const host of hosts) host.requestUpdate();
};

// The browser may restore the page from its back/forward cache, with the cover still over it.
const uncoverRestoredPage = (event: PageTransitionEvent): void => {
  if (event.persisted) for (const host of hosts) host.uncover();
};

function leave(): void {
  presses = noPresses;
  const address = [...hosts].map(({ exitAddress }) => exitAddress).find((one) => one !== undefined);
  if (address === undefined) return;
  for (const host of hosts) {
    host.cover();
    host.clear();
  }
  // Replaces the page in the browser's history, so that Back does not lead to it.
  location.replace(address);
}

/** Leaves the page at the press of the exit button, or of Shift three times. All elements of a page share its listeners. */
export class ExitController implements ReactiveController {
  readonly #host: ExitHost;

  constructor(host: ExitHost) {
    this.#host = host;
    host.addController(this);
  }

  /** How many more presses of Shift leave the page; `undefined` before the first. */
  get pressesLeft(): number | undefined {
    return presses.count > 0 ? pressesToLeave - presses.count : undefined;
  }

  /** Covers the page, clears all elements on it, and opens the neutral page. */
  readonly leave = leave;

  hostConnected(): void {
    if (hosts.size === 0) {
      // In the capture phase, because a listener of the page may stop the propagation of keys.
      document.addEventListener('keydown', countPresses, { capture: true });
      document.addEventListener('keyup', countPresses, { capture: true });
      window.addEventListener('pageshow', uncoverRestoredPage);
    }
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
    if (hosts.size > 0) return;
    document.removeEventListener('keydown', countPresses, { capture: true });
    document.removeEventListener('keyup', countPresses, { capture: true });
    window.removeEventListener('pageshow', uncoverRestoredPage);
  }
}
