import type { LitElement, ReactiveController } from 'lit';
import type { MapContent } from './finder-map.js';

/** Loads the map when it is shown, and updates it whenever the list changes. */
export class MapController implements ReactiveController {
  readonly #host: LitElement;
  readonly #content: () => MapContent | undefined;
  readonly #failed: () => void;
  #leave: (() => void) | undefined;

  /**
   * @param content returns what the map shows; `undefined` if there is no map
   * @param failed is called if the map cannot be loaded
   */
  constructor(host: LitElement, content: () => MapContent | undefined, failed: () => void) {
    this.#host = host;
    this.#content = content;
    this.#failed = failed;
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.#content()) void this.#draw();
    else this.#leave?.();
  }

  hostDisconnected(): void {
    this.#leave?.();
  }

  async #draw(): Promise<void> {
    try {
      const { showOnMap } = await import('./finder-map.js');
      const { renderRoot } = this.#host;
      const box = renderRoot.querySelector<HTMLElement>('#map');
      const list = renderRoot.querySelector<HTMLElement>('.list');
      const content = this.#content();
      if (content && box && list) this.#leave = showOnMap({ box, list, ...content });
      else this.#leave?.();
    } catch {
      this.#failed();
    }
  }
}
