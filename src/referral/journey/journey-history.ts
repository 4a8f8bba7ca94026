import type { ReactiveControllerHost } from 'lit';
import { PageHistory } from './page-history.js';
import type { ReferralJourneyController } from './referral-journey-controller.js';

/** Connects the pages of a referral with the browser's history. */
export class JourneyHistory {
  readonly #journey: ReferralJourneyController;
  readonly #pages: PageHistory;
  #leave: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    journey: ReferralJourneyController,
    isEnabled: () => boolean,
  ) {
    this.#journey = journey;
    this.#pages = new PageHistory(
      host,
      (position) => {
        if (position !== undefined) journey.dispatch({ type: 'go-to', position });
        else this.#leave?.();
      },
      isEnabled,
    );
  }

  /** How many of the newest entries of the browser's history belong to the form. */
  get depth(): number {
    const { position } = this.#pages;
    return position === undefined ? 0 : position + (this.#leave ? 1 : 0);
  }

  /**
   * Adds an entry for the first page.
   * @param leave is called when the person goes back from the first page
   */
  enter(leave: () => void): void {
    this.#leave = leave;
    this.#pages.push(0);
  }

  /** Adds an entry for a page that the person has reached. */
  add(position: number): void {
    this.#pages.push(position);
  }

  /** Adds the entries again after the person has gone back past the first of them. */
  restore(): void {
    const { state } = this.#journey;
    this.#pages.restore(state.at === 'sent' ? 0 : state.journey.position);
  }

  /** Goes one page back, through the browser's history where the page has an entry there. */
  goBack(): void {
    const { state } = this.#journey;
    if (state.at === 'sent') return;
    const { position } = state.journey;
    if (position > 0 && !this.#pages.back(position))
      this.#journey.dispatch({ type: 'go-to', position: position - 1 });
  }
}
