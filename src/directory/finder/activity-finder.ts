import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import { emptyQuery } from '../contract/activity-query.js';
import type { DirectoryProfile } from '../contract/directory.js';
import { FinderController } from './controllers/finder-controller.js';
import { ListInView } from './controllers/list-in-view.js';
import { directionOf } from '../../i18n/language.js';
import type { FinderMessages } from '../../i18n/messages.js';
import { foundIn, searchFailure } from '../activity/state/search-state.js';
import { type ReadyFinder, openId } from './state/finder-state.js';
import { failureOf, notShared } from '../activity/state/opened-activity-state.js';
import { isSaved } from './state/shortlist.js';
import { drawQrCode } from '../activity/sharing-actions.js';
import { details } from '../activity/activity-details.js';
import { styles as activityStyles } from '../activity/activity.styles.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { ThemedElement } from '../../core/element/themed-element.js';
import { chosenFilters, filterPanel } from './filter-panel.js';
import { finderActions } from './finder-actions.js';
import { styles as searchStyles } from './finder-search.styles.js';
import type { FinderView } from './finder-view.js';
import { MapBesideList, type MapContent } from './map/map-beside-list.js';
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
  readonly #actions = finderActions(this, this.#controller);
  readonly #language = new LanguageController(this, () => void this.#controller.load());

  constructor() {
    super();
    new ListInView(this, () => {
      const { state } = this.#controller;
      return state.at === 'ready' ? foundIn(state.search)?.page.items : undefined;
    });
    new MapBesideList(
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
    const { state, text, opened } = this.#controller;
    const language = text?.language ?? this.#language.language;
    return html`<div class="root" part="finder" lang=${language} dir=${directionOf(language)}>
      <slot name="logo"></slot>
      ${this.#language.languageChoice(language)}
      ${
        state.at === 'ready' && text && opened
          ? this.#page(state, this.#view(state, text.messages, opened.profile))
          : this.#waiting(text?.messages)
      }
      <slot name="footer"></slot>
    </div>`;
  }

  // What the partner wrote inside the tag stays until the finder is there, and if it does not come.
  #waiting(messages: FinderMessages | undefined): TemplateResult {
    const { state } = this.#controller;
    const failure = state.at === 'failed' ? state.failure : undefined;
    return html`<p class="hidden" role="status">
        ${messages?.(failure ? 'failure.title' : 'finder.loading')}
      </p>
      ${
        failure && messages
          ? failureNotice(failure, messages, undefined, () => {
              void this.#controller.load();
            })
          : nothing
      }
      <slot></slot>`;
  }

  #page({ page }: ReadyFinder, view: FinderView): TemplateResult {
    if (page.at === 'activity') return details(view);
    if (page.at === 'saved') return savedList(view);
    return html`<slot name="intro"></slot> ${searchPanel(view)}
      <button
        type="button"
        class="link"
        part="button link-button"
        id="saved"
        @click=${this.#actions.showSaved}
      >
        ${view.messages('saved.show', { count: view.saved.length })}
      </button>
      <p class="hidden" role="status">${this.#controller.announcer.message}</p>
      <div class="columns">
        ${filterPanel(view)}
        <div>${chosenFilters(view)} ${results(view)}</div>
      </div>`;
  }

  #view(state: ReadyFinder, messages: FinderMessages, profile: DirectoryProfile): FinderView {
    const { page, search, query, place } = state;
    const { shortlist, text, opened: source, link } = this.#controller;
    const found = foundIn(search);
    const activity = page.at === 'activity' ? page.opened : undefined;
    const detailed = activity?.at === 'ready' ? activity : undefined;
    const share = page.at === 'saved' ? page.share : (detailed?.share ?? notShared);
    const { map, areFiltersOpen } = page.at === 'search' ? page : page.behind;
    return {
      messages,
      profile,
      language: text?.language ?? '',
      timeZone: profile.timeZone,
      query,
      place,
      found: found?.page,
      asked: found?.asked ?? emptyQuery,
      offered: found?.offered ?? {},
      failure: activity ? failureOf(activity) : searchFailure(search),
      isBusy: search.at === 'searching',
      isFiltering: areFiltersOpen,
      map,
      detail: detailed?.detail,
      opening: this.#nameOf(openId(page)),
      level: undefined,
      report: detailed?.report ?? { is: 'closed' },
      saved: shortlist.list,
      isStored: shortlist.isStored,
      share: { ...share, url: link },
      saving: { isSaved: (id) => isSaved(shortlist.list, id), save: this.#actions.save },
      calendar: (id) => source?.directory.calendar(id),
      actions: this.#actions,
    };
  }

  // Known of what stands in a list, before its details are there.
  #nameOf(id: string): string | undefined {
    const { state, shortlist } = this.#controller;
    const items = state.at === 'ready' ? foundIn(state.search)?.page.items : undefined;
    return [...(items ?? []), ...shortlist.list].find((one) => one.id === id)?.name;
  }

  #mapContent(): MapContent | undefined {
    const { state, text, opened } = this.#controller;
    if (state.at !== 'ready' || state.page.at !== 'search' || state.page.map !== 'on')
      return undefined;
    const items = foundIn(state.search)?.page.items;
    const profile = opened?.profile.map;
    return items && profile && text ? { profile, messages: text.messages, items } : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-finder': ActivityFinder;
  }
}
