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
import type { MapContent } from './map/finder-map.js';
import { MapController } from './map/map-controller.js';
import { results } from './results.js';
import { savedList } from './saved-list.js';
import { searchPanel } from './search-panel.js';

/**
 * Finds activities in a service's directory, or directly in an Open Referral feed.
 * @summary Search for activities, look at one, keep and share them.
 * @tag kith-activity-finder
 * @slot - Shown until the finder is loaded, and if it cannot be loaded, such as a link to the service's own page or a phone number.
 * @slot logo - The logo of a partner, above everything else.
 * @slot intro - The partner's own introduction, above the search.
 * @slot footer - The partner's own content below the finder.
 * @fires {ActivityOpenedEvent} kith-activity-opened - A person has opened an activity; the event contains only its id.
 * @csspart finder - The whole finder.
 * @csspart search - The search form.
 * @csspart filters - The filters.
 * @csspart results - The results of a search.
 * @csspart list - The list of activities.
 * @csspart card - One activity in the list.
 * @csspart details - The details of one activity.
 * @csspart about - The list of facts in the details.
 * @csspart map - The map.
 * @csspart empty - The message that nothing was found.
 * @csspart ask - The section that offers to contact a link worker about the activity.
 * @csspart share - The buttons to copy the link, show a QR code, send and print.
 * @csspart sources - The sources of the entries, with their licences.
 * @csspart input - A text field or select.
 * @csspart choice - A checkbox or radio button with its label.
 * @csspart chip - A chosen filter.
 * @csspart button - Every button.
 * @csspart primary-button - The main button of a section.
 * @csspart secondary-button - A less important button.
 * @csspart link-button - A button that looks like a link.
 * @csspart activity-link - The name of an activity in a list.
 * @csspart link - A link.
 * @csspart error - An error message for a field.
 * @csspart notice - The message that something failed.
 * @csspart languages - The list of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice that nobody has checked a translation.
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
  /** Keeps the search in the page's address under this name, so that it can be linked to; without it the address does not change. */
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
