import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { Directory } from '../../client/directory.js';
import type { Failure } from '../../client/failure.js';
import { type ActivityQuery, emptyQuery } from '../../contract/activity-query.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import { FinderAddress } from '../../controllers/finder-address.js';
import { FinderSearch } from '../../controllers/finder-search.js';
import { KeptShortlist } from '../../controllers/kept-shortlist.js';
import { NextFocus } from '../../controllers/next-focus.js';
import { type OpenDirectory, openDirectory } from '../../controllers/open-directory.js';
import { OpenedActivity } from '../../controllers/opened-activity.js';
import { directionOf, knownLanguage, languageAt, loadCatalogue } from '../../i18n/language.js';
import { type FinderWords, wordsOf } from '../../i18n/words.js';
import { changed } from '../../machines/finder-query.js';
import { isSaved } from '../../machines/shortlist.js';
import { details } from '../../view/activity-details.js';
import { drawSharedCode } from '../../view/activity-share.js';
import { styles as activityStyles } from '../../view/activity.styles.js';
import { buttonStyles } from '../../view/button.styles.js';
import { failureNotice } from '../../view/failure-notice.js';
import { askAbout } from '../form-dialog/ask-about.js';
import { chosenFilters, filterPanel } from './filter-panel.js';
import { styles as searchStyles } from './finder-search.styles.js';
import type { FinderActs, FinderView, PlaceState, Shown } from './finder-view.js';
import { results } from './results.js';
import { savedList } from './saved-list.js';
import { searchPanel } from './search-panel.js';

/**
 * Finds activities in a service's directory, or straight in an Open Referral feed.
 * @summary Search for activities, look at one, keep and share them.
 * @tag kith-activity-finder
 * @slot - Shown until the finder is there: a link to the service's own page, a phone number.
 * @fires {ActivityOpenedEvent} kith-activity-opened - A person opened an activity; carries its id only.
 * @csspart finder - The whole finder.
 * @csspart search - The lines in which people type.
 * @csspart filters - The filters.
 * @csspart results - What was found.
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
 * @cssprop [--kith-accent=#0b5d57] - Background of buttons.
 * @cssprop [--kith-accent-text=#ffffff] - Text on buttons.
 * @cssprop [--kith-error=#b3261e] - Errors.
 * @cssprop [--kith-focus=#ffdd00] - The ring around what has the focus.
 * @cssprop [--kith-radius=0.25em] - Corners of buttons, lines of text and boxes.
 */
export class ActivityFinder extends LitElement {
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
  source: Directory | undefined = undefined;

  readonly #search = new FinderSearch(this, () => this.#directory);
  readonly #address = new FinderAddress(
    this,
    () => this.urlKey,
    ({ query, activity }) => {
      this.#query = query;
      this.#show(activity === '' ? { at: 'search' } : { at: 'activity', id: activity }, false);
      void this.#search.search(query);
    },
  );
  readonly #kept = new KeptShortlist();
  readonly #opened = new OpenedActivity(this, () => this.#directory);
  readonly #focus = new NextFocus(this);
  #directory: Directory | undefined;
  #language = '';
  #words: FinderWords | undefined;
  #profile: DirectoryProfile | undefined;
  #failure: Failure | undefined;
  #query: ActivityQuery = emptyQuery;
  #typedPlace = '';
  #place: PlaceState = { is: 'none' };
  #shown: Shown = { at: 'search' };
  #isFiltering = false;
  #isMapShown = false;
  #timer = 0;

  override connectedCallback(): void {
    this.#language = knownLanguage(languageAt(this));
    this.#kept.restore();
    super.connectedCallback();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#search.stop();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    if (this.#isMapShown) void this.#drawMap();
  }

  override render(): TemplateResult {
    const words = this.#words;
    const profile = this.#profile;
    return html`<div
      class="root"
      part="finder"
      lang=${this.#language}
      dir=${directionOf(this.#language)}
    >
      ${words && profile ? this.#body(this.#view(words, profile)) : this.#waiting(words)}
    </div>`;
  }

  // What the partner wrote inside the tag stays until the finder is there, and if it does not come.
  #waiting(words: FinderWords | undefined): TemplateResult {
    return html`<p class="hidden" role="status">
        ${words?.(this.#failure ? 'failure.title' : 'finder.loading')}
      </p>
      ${
        this.#failure && words
          ? failureNotice(this.#failure, words, undefined, () => {
              void this.#load();
            })
          : nothing
      }
      <slot></slot>`;
  }

  #body(view: FinderView): TemplateResult {
    const { words, found, saved } = view;
    if (this.#shown.at === 'activity') return details(view);
    if (this.#shown.at === 'saved') return savedList(view);
    return html`${searchPanel(view)}
      ${
        saved.length === 0
          ? nothing
          : html`<p>
              <button
                type="button"
                class="link"
                part="button link-button"
                @click=${() => {
                  this.#show({ at: 'saved' });
                }}
              >
                ${words('saved.show', { count: saved.length })}
              </button>
            </p>`
      }
      <p class="hidden" role="status">
        ${found && !view.isBusy ? words('finder.count', { count: found.total }) : nothing}
      </p>
      <div class="columns">
        ${filterPanel(view)}
        <div>${chosenFilters(view)} ${results(view)}</div>
      </div>`;
  }

  #view(words: FinderWords, profile: DirectoryProfile): FinderView {
    const isSearch = this.#shown.at === 'search';
    return {
      words,
      profile,
      language: this.#language,
      timeZone: profile.timeZone,
      query: this.#query,
      typedPlace: this.#typedPlace,
      place: this.#place,
      found: this.#search.found,
      failure: isSearch ? this.#search.failure : this.#opened.failure,
      isBusy: this.#search.isBusy,
      isFiltering: this.#isFiltering,
      isMapShown: this.#isMapShown,
      detail: this.#opened.detail,
      report: this.#opened.report,
      saved: this.#kept.list,
      isKept: this.#kept.isKept,
      share: { ...this.#opened.share, url: this.#linkToShare() },
      isSaved: (id) => isSaved(this.#kept.list, id),
      calendar: (id) => this.#directory?.calendar(id),
      act: this.#acts,
    };
  }

  readonly #acts: FinderActs = {
    search: (query, pause = 0) => {
      this.#apply(query, pause);
    },
    typePlace: (typed) => {
      this.#typedPlace = typed;
      this.#place = { is: 'none' };
      if (typed.trim() === '')
        this.#apply(changed(this.#query, { place: '', distance: undefined }));
      this.requestUpdate();
    },
    findPlace: () => void this.#findPlace(),
    findMe: () => {
      this.#findMe();
    },
    more: () => void this.#search.more(),
    tryAgain: () => {
      if (this.#shown.at === 'activity') void this.#opened.open(this.#shown.id, this.#query.place);
      else void this.#search.search(this.#query);
    },
    show: (shown) => {
      this.#show(shown);
    },
    open: (id) => {
      this.#show({ at: 'activity', id });
    },
    back: () => {
      this.#show({ at: 'search' });
    },
    filter: () => {
      this.#isFiltering = !this.#isFiltering;
      this.requestUpdate();
    },
    map: () => {
      this.#isMapShown = !this.#isMapShown;
      this.requestUpdate();
    },
    save: (one) => {
      this.#kept.toggle(one);
      this.requestUpdate();
    },
    keep: () => {
      this.#kept.toggleKept();
      this.requestUpdate();
    },
    copyLink: () => void this.#opened.copyLink(this.#linkToShare()).then(this.#drawCode),
    showCode: () => {
      this.#opened.toggleCode();
      void this.#drawCode();
    },
    print: () => {
      print();
    },
    ask: (activity) => void askAbout(this, activity),
    openReport: () => {
      this.#opened.toggleReport();
    },
    sendReport: (form) => void this.#sendReport(form),
  };

  async #load(): Promise<void> {
    this.#failure = undefined;
    const [catalogue, opened] = await Promise.all([
      loadCatalogue(this.#language, 'finder').catch(() => undefined),
      openDirectory(this),
    ]);
    if (catalogue) this.#words = wordsOf(catalogue);
    if (!catalogue) this.#failure = { kind: 'offline' };
    else if (opened.ok) this.#begin(opened.value);
    else this.#failure = opened.failure;
    this.requestUpdate();
  }

  #begin({ directory, profile }: OpenDirectory): void {
    this.#directory = directory;
    this.#profile = profile;
    const start = this.#address.read();
    if (start) this.#query = start.query;
    if (start && start.query.place !== '') this.#typedPlace = start.query.place;
    void this.#search.search(this.#query);
    if (start && start.activity !== '') this.#show({ at: 'activity', id: start.activity }, false);
  }

  // Every key pressed waits for the one after; what a person chooses is done at once.
  #apply(query: ActivityQuery, wait = 0): void {
    this.#query = query;
    clearTimeout(this.#timer);
    const search = (): void => {
      void this.#search.search(query);
      this.#address.write({ query, activity: '' }, false);
    };
    if (wait === 0) search();
    else this.#timer = window.setTimeout(search, wait);
    this.requestUpdate();
  }

  #show(shown: Shown, isNewEntry = true): void {
    const before = this.#shown;
    this.#shown = shown;
    if (shown.at === 'activity') void this.#opened.open(shown.id, this.#query.place);
    else this.#opened.close();
    const activity = shown.at === 'activity' ? shown.id : '';
    if (isNewEntry) this.#address.write({ query: this.#query, activity }, activity !== '');
    this.#focus.on =
      shown.at === 'search' && before.at === 'activity'
        ? `#card-${before.id} button, #count`
        : '#title';
    if (shown.at === 'search' && before.at === 'search') this.#focus.on = undefined;
    this.requestUpdate();
  }

  async #findPlace(): Promise<void> {
    const typed = this.#typedPlace.trim();
    if (typed === '' || this.#place.is === 'found') {
      this.#apply(this.#query);
      return;
    }
    this.#place = { is: 'finding' };
    this.requestUpdate();
    const place = await this.#directory?.place(typed);
    if (typed !== this.#typedPlace.trim()) return;
    if (place?.ok) {
      this.#place = { is: 'found', label: place.value.label };
      this.#apply(changed(this.#query, { place: place.value.id }));
    } else {
      this.#place = { is: place?.failure.kind === 'rejected' ? 'unknown' : 'failed' };
      if (place?.failure.kind === 'rejected') this.#focus.on = '#place';
    }
    this.requestUpdate();
  }

  #findMe(): void {
    this.#place = { is: 'finding' };
    this.requestUpdate();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // About 1 km: where exactly somebody is concerns nobody, and leaves the device nowhere.
        const id = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        const label = this.#words?.('finder.place.here') ?? '';
        this.#typedPlace = label;
        this.#place = { is: 'found', label };
        this.#apply(changed(this.#query, { place: id }));
      },
      () => {
        this.#place = { is: 'denied' };
        this.#focus.on = '#place';
        this.requestUpdate();
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  }

  #linkToShare(): string {
    const { page = '' } = this.#profile ?? {};
    const ids = this.#shown.at === 'saved' ? this.#kept.list.map(({ id }) => id) : [];
    const activity = this.#shown.at === 'activity' ? this.#shown.id : '';
    const own = this.#address.linkTo({ query: { ...emptyQuery, ids }, activity });
    if (own) return own.href;
    if (page === '') return '';
    const url = new URL(page);
    url.searchParams.set(ids.length > 0 ? 'find-ids' : 'find-activity', ids.join(',') || activity);
    return url.href;
  }

  readonly #drawCode = async (): Promise<void> => {
    await this.updateComplete;
    await drawSharedCode(this.renderRoot, this.#linkToShare());
  };

  async #drawMap(): Promise<void> {
    const box = this.renderRoot.querySelector<HTMLElement>('#map');
    const { map } = this.#profile ?? {};
    const { found } = this.#search;
    if (!box || !map || !found) return;
    const { showOnMap } = await import('./finder-map.js');
    showOnMap(box, map, found.items, (id) => {
      const card = this.renderRoot.querySelector<HTMLElement>(`#card-${id} button`);
      card?.scrollIntoView({ block: 'center' });
      card?.focus({ preventScroll: true });
    });
  }

  async #sendReport(form: HTMLFormElement): Promise<void> {
    if (await this.#opened.sendReport(new FormData(form))) return;
    this.#focus.on = '.report input';
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-finder': ActivityFinder;
  }
}
