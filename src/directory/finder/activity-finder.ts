import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import { FinderController } from './controllers/finder-controller.js';
import { DeferredLayout } from './controllers/deferred-layout.js';
import { directionOf } from '../../i18n/language.js';
import { foundIn } from '../activity/state/search-state.js';
import { drawQrCode } from '../activity/draw-qr-code.js';
import { dispatching } from '../activity/activity-view.js';
import { details } from '../activity/activity-details.js';
import { styles as activityStyles } from '../activity/activity.styles.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { ThemedElement } from '../../core/element/themed-element.js';
import { chosenFilters, filterPanel } from './filter-panel.js';
import { styles as searchStyles } from './finder-search.styles.js';
import type { FinderView } from './finder-view.js';
import { type MapContent, MapController } from './map/map-controller.js';
import { results } from './results.js';
import { savedList } from './saved-list.js';
import { searchPanel } from './search-panel.js';

/**
 * Finds activities in a service's directory, or straight in an Open Referral feed.
 * @summary Search for activities, look at one, keep and share them.
 * @tag kith-activity-finder
 * @slot - Shown until the finder is there: a link to the service's own page, a phone number.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - What a partner says first, above the search.
 * @slot footer - What a partner says below.
 * @fires {ActivityOpenedEvent} kith-activity-opened - A person opened an activity; carries its id only.
 * @csspart finder - The whole finder.
 * @csspart search - The lines in which people type.
 * @csspart filters - The filters.
 * @csspart results - What was found.
 * @csspart list - The list.
 * @csspart card - One activity in the list.
 * @csspart details - One activity, whole.
 * @csspart about - What is known of it, as a list.
 * @csspart map - The map.
 * @csspart empty - What is said where nothing was found.
 * @csspart ask - The way to a link worker.
 * @csspart share - The ways to keep and share.
 * @csspart sources - Whom the entries come from.
 * @csspart input - A line to type in, or a list to choose from.
 * @csspart choice - A box to tick, with its label.
 * @csspart chip - A chosen filter.
 * @csspart button - Every button.
 * @csspart primary-button - The button that goes on.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart activity-link - The name of an activity in a list.
 * @csspart link - A link.
 * @csspart error - What is wrong with a line.
 * @csspart notice - What the finder could not do.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - What is said of a translation that nobody has checked.
 */
export class ActivityFinder extends ThemedElement {
  static override readonly styles = [buttonStyles, activityStyles, searchStyles];

  static override readonly properties = {
    endpoint: {},
    partner: {},
    directory: {},
    urlKey: { attribute: 'url-key' },
    source: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Address of an Open Referral or ALISS feed that is read directly in the browser, without any backend. */
  directory = '';
  /** Keeps the search in the page's address under this name, so that it can be linked to; without it the address is left alone. */
  urlKey = '';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  source: DirectoryApi | undefined = undefined;

  readonly #controller = new FinderController(this);
  readonly #language = new LanguageController(this, () => void this.#controller.load());

  constructor() {
    super();
    new DeferredLayout(this, () => {
      const { state } = this.#controller;
      return state.at === 'ready' ? foundIn(state.search)?.page.items : undefined;
    });
    new MapController(
      this,
      () => this.#mapContent(),
      () => {
        this.#controller.dispatch({ type: 'map-failed' });
      },
    );
  }

  /** @internal */
  get language(): string {
    return this.#language.language;
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    void drawQrCode(this, this.#controller.link);
  }

  override render(): TemplateResult {
    const language = this.#controller.language || this.#language.language;
    const view = this.#view();
    return html`<div class="root" part="finder" lang=${language} dir=${directionOf(language)}>
      <slot name="logo"></slot>
      ${this.#language.languageChoice(language)} ${view ? this.#page(view) : this.#waiting()}
      <slot name="footer"></slot>
    </div>`;
  }

  // What the partner wrote inside the tag stays until the finder is loaded, and if it cannot be loaded.
  #waiting(): TemplateResult {
    const { state, messages } = this.#controller;
    const failure = state.at === 'failed' ? state.failure : undefined;
    const load = (): void => void this.#controller.load();
    return html`<p class="hidden" role="status">
        ${messages?.(failure ? 'failure.title' : 'finder.loading')}
      </p>
      ${failure && messages ? failureNotice(failure, messages, undefined, load) : nothing}
      <slot></slot>`;
  }

  #page(view: FinderView): TemplateResult {
    const { page } = view.state;
    if (page.at === 'activity') return details(view, page.opened, nameIn(view, page.opened.id));
    if (page.at === 'saved') return savedList(view, page.share);
    return html`<slot name="intro"></slot> ${searchPanel(view)}
      <button
        type="button"
        class="link"
        part="button link-button"
        id="saved"
        @click=${dispatching(view, { type: 'show-saved' })}
      >
        ${view.messages('saved.show', { count: view.shortlist.list.length })}
      </button>
      <p class="hidden" role="status">${this.#controller.announcer.message}</p>
      <div class="columns">
        ${filterPanel(view, page)}
        <div>${chosenFilters(view)} ${results(view, page)}</div>
      </div>`;
  }

  #view(): FinderView | undefined {
    const { state, language, shortlist, dispatch } = this.#controller;
    const view = this.#controller.activityView();
    if (!view || state.at !== 'ready') return undefined;
    const found = foundIn(state.search);
    return { ...view, state, found, language, level: undefined, shortlist, dispatch };
  }

  #mapContent(): MapContent | undefined {
    const { state, messages, profile } = this.#controller;
    if (state.at !== 'ready' || state.page.at !== 'search' || state.page.map !== 'on')
      return undefined;
    const items = foundIn(state.search)?.page.items;
    const map = profile?.map;
    return items && map && messages ? { profile: map, messages, items } : undefined;
  }
}

// The name of an activity in the results or on the shortlist, which is shown before its details are loaded.
const nameIn = ({ found, shortlist }: FinderView, id: string): string | undefined =>
  [...(found?.page.items ?? []), ...shortlist.list].find((one) => one.id === id)?.name;

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-finder': ActivityFinder;
  }
}
