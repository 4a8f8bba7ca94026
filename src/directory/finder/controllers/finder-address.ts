import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type FinderPlace, fromAddress, toAddress } from '../../activity/state/finder-place.js';

/**
 * Keeps where a finder is in the address bar, so that a search or an activity can be linked to and the way back
 * works. Without a key it does nothing: the address is the partner's.
 */
export class FinderAddress implements ReactiveController {
  readonly #key: () => string;
  readonly #goTo: (place: FinderPlace) => void;

  constructor(host: ReactiveControllerHost, key: () => string, goTo: (place: FinderPlace) => void) {
    this.#key = key;
    this.#goTo = goTo;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  /** Where the address says that the finder is; nothing without a key. */
  read(): FinderPlace | undefined {
    const key = this.#key();
    return key === '' ? undefined : fromAddress(new URLSearchParams(location.search), key);
  }

  /** Writes where the finder is; as a new entry of the browser's history when the person may want to come back. */
  write(place: FinderPlace, isNewEntry: boolean): void {
    const url = this.linkTo(place);
    if (url === undefined || url.href === location.href) return;
    // Whatever the page keeps in its entry stays in it.
    if (isNewEntry) history.pushState(history.state, '', url);
    else history.replaceState(history.state, '', url);
  }

  /** The address of this page with the finder at a place; without a key that of another page, if there is one. */
  linkTo(place: FinderPlace, otherwise = ''): URL | undefined {
    const key = this.#key();
    if (key === '' && otherwise === '') return undefined;
    const url = new URL(key === '' ? otherwise : location.href);
    url.search = toAddress(url.searchParams, key || 'find', place).toString();
    return url;
  }

  readonly #onPopState = (): void => {
    const place = this.read();
    if (place) this.#goTo(place);
  };
}
