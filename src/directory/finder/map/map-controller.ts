import type { LitElement, ReactiveController } from 'lit';
import type { ActivitySummary } from '../../contract/activity.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import type { FinderMessages } from '../../../i18n/messages.js';

/** What is shown on a map. */
export interface MapContent {
  readonly profile: NonNullable<DirectoryProfile['map']>;
  readonly messages: FinderMessages;
  readonly items: readonly ActivitySummary[];
}

/** Loads the map when it is wanted, and keeps it in step with the list beside it. */
export class MapController implements ReactiveController {
  readonly #host: LitElement;
  readonly #content: () => MapContent | undefined;
  readonly #failed: () => void;
  #leave: (() => void) | undefined;

  /** `content` gives what is shown, or nothing while no map is wanted; `failed` hears that it could not be loaded. */
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
      if (content && box && list) this.#leave = showOnMap({ box, list, ...content }, content.items);
      else this.#leave?.();
    } catch {
      this.#failed();
    }
  }
}
