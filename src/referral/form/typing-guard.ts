import type { ReactiveController } from 'lit';
import type { RootHost } from './double-click-guard.js';

const events = ['beforeinput', 'input', 'keydown', 'keypress', 'keyup'] as const;

/** Keeps what a person types from the page around the form: neither its shortcuts nor its listeners receive the events. */
export class TypingGuard implements ReactiveController {
  readonly #host: RootHost;

  constructor(host: RootHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of events) this.#host.renderRoot.addEventListener(type, keepInside);
  }

  hostDisconnected(): void {
    for (const type of events) this.#host.renderRoot.removeEventListener(type, keepInside);
  }
}

// Escape passes, for the dialog around the form.
function keepInside(event: Event): void {
  if (!(event instanceof KeyboardEvent && event.key === 'Escape')) event.stopPropagation();
}
