import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isRecord } from '../../core/record.js';
import type { ReferralJourneyController } from './referral-journey-controller.js';

let count = 0;

/**
 * Gives each page of a form its own entry in the browser's history, so that Back goes one question back.
 * The entries contain no answers, the address does not change, and the host page's own state is kept.
 */
export class JourneyHistory implements ReactiveController {
  readonly #id = `${String(Date.now())}-${String((count += 1))}`;
  readonly #journey: ReferralJourneyController;
  readonly #isEnabled: () => boolean;
  #leave: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    journey: ReferralJourneyController,
    isEnabled: () => boolean,
  ) {
    this.#journey = journey;
    this.#isEnabled = isEnabled;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  /** How many of the newest entries of the browser's history belong to the form. */
  get depth(): number {
    const position = this.#position;
    return position === undefined ? 0 : position + (this.#leave ? 1 : 0);
  }

  /**
   * Adds an entry for the first page.
   * @param leave is called when the person goes back from the first page
   */
  enter(leave: () => void): void {
    this.#leave = leave;
    this.add(0);
  }

  /** Adds an entry for a page that the person has reached; the entry before the first one becomes that of the first page. */
  add(position: number): void {
    if (!this.#isEnabled()) return;
    try {
      if (this.#position === undefined && position > 0) history.replaceState(this.#marked(0), '');
      history.pushState(this.#marked(position), '');
    } catch {
      // Not allowed in a sandboxed page; the form's own Back link works without entries.
    }
  }

  /** Adds the entries again after the person has gone back past the first of them. */
  restore(): void {
    const { state } = this.#journey;
    const last = state.at === 'sent' ? 0 : state.journey.position;
    for (let position = 0; position <= last; position += 1) this.add(position);
  }

  /** Goes one page back, through the browser's history where the page has an entry there. */
  goBack(): void {
    const { state } = this.#journey;
    if (state.at === 'sent' || state.journey.position === 0) return;
    const { position } = state.journey;
    if (this.#position === position) history.back();
    else this.#journey.dispatch({ type: 'go-to', position: position - 1 });
  }

  // The position of the current entry; `undefined` if it does not belong to this form.
  get #position(): number | undefined {
    const state: unknown = history.state;
    const mark = this.#isEnabled() && isRecord(state) ? state['kith'] : undefined;
    if (!isRecord(mark) || mark['form'] !== this.#id) return undefined;
    return typeof mark['position'] === 'number' ? mark['position'] : undefined;
  }

  // The host page's own data in the entry are kept.
  #marked(position: number): unknown {
    const state: unknown = history.state;
    return { ...(isRecord(state) ? state : {}), kith: { form: this.#id, position } };
  }

  readonly #onPopState = (): void => {
    if (!this.#isEnabled()) return;
    const position = this.#position;
    if (position !== undefined) this.#journey.dispatch({ type: 'go-to', position });
    else this.#leave?.();
  };
}
