import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** An element whose content is drawn below a root of its own. */
export interface RootHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Ignores the second click of a double click when the first has led to another page: it would fall on whatever that
 * page shows at the same place, and answer it.
 */
export class DoubleClickGuard implements ReactiveController {
  readonly #host: RootHost;
  readonly #currentPage: () => unknown;
  #clickedPage: unknown;

  /** @param currentPage returns the page that is shown, which is another object for every page */
  constructor(host: RootHost, currentPage: () => unknown) {
    this.#host = host;
    this.#currentPage = currentPage;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('click', this.#filter, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener('click', this.#filter, { capture: true });
  }

  readonly #filter = (event: Event): void => {
    const page = this.#currentPage();
    if (!(event instanceof MouseEvent) || event.detail < 2) this.#clickedPage = page;
    else if (this.#clickedPage !== page) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
