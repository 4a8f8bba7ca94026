import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  type FinderPlace,
  defaultUrlKey,
  fromAddress,
  urlOf,
} from '../../activity/state/finder-place.js';

/** An element with the name of its finder in the page's URL; empty to leave the URL unchanged. */
interface AddressHost extends ReactiveControllerHost {
  readonly urlKey: string;
}

/**
 * Keeps the state of a finder in the page's URL, so that a search or an activity can be linked to and the back button
 * works. Without a key it leaves the URL unchanged.
 */
export class FinderAddress implements ReactiveController {
  readonly #host: AddressHost;
  readonly #goTo: (place: FinderPlace) => void;

  /** @param goTo is called when the person goes back or forward in the browser */
  constructor(host: AddressHost, goTo: (place: FinderPlace) => void) {
    this.#host = host;
    this.#goTo = goTo;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('popstate', this.#onPopState);
  }

  hostDisconnected(): void {
    window.removeEventListener('popstate', this.#onPopState);
  }

  /** Reads the state of the finder from the URL; `undefined` without a key. */
  read(): FinderPlace | undefined {
    const key = this.#host.urlKey;
    return key === '' ? undefined : fromAddress(new URLSearchParams(location.search), key);
  }

  /** Writes the state of the finder to the URL, if wanted as a new history entry. */
  write(place: FinderPlace, isNewEntry: boolean): void {
    const url = this.linkTo(place);
    if (url === undefined || url.href === location.href) return;
    // The page's own data in the history entry are kept.
    if (isNewEntry) history.pushState(history.state, '', url);
    else history.replaceState(history.state, '', url);
  }

  /** The URL of this page with a state of the finder; without a key, that of another page, if any. */
  linkTo(place: FinderPlace, otherwise = ''): URL | undefined {
    const key = this.#host.urlKey;
    if (key !== '') return urlOf(location.href, key, place);
    return otherwise === '' ? undefined : urlOf(otherwise, defaultUrlKey, place);
  }

  readonly #onPopState = (): void => {
    const place = this.read();
    if (place) this.#goTo(place);
  };
}
