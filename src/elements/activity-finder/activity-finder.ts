import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { Directory } from '../../client/directory.js';
import type { Failure } from '../../client/failure.js';
import { type ActivityQuery, emptyQuery, writeQuery } from '../../contract/activity-query.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import { FinderAddress } from '../../controllers/finder-address.js';
import { FinderSearch } from '../../controllers/finder-search.js';
import { KeptShortlist } from '../../controllers/kept-shortlist.js';
import { ListInView } from '../../controllers/list-in-view.js';
import { NextFocus } from '../../controllers/next-focus.js';
import { openDirectory } from '../../controllers/open-directory.js';
import { OpenedActivity } from '../../controllers/opened-activity.js';
import { finder } from '../../i18n/generated/finder.js';
import { directionOf, loadCatalogue } from '../../i18n/language.js';
import type { FinderKey } from '../../i18n/generated/keys.js';
import { type FinderWords, type Values, wordsOf } from '../../i18n/words.js';
import type { FinderPlace } from '../../machines/finder-place.js';
import { changed } from '../../machines/finder-query.js';
import { isSaved } from '../../machines/shortlist.js';
import { pause as nextTask } from '../../shared/pause.js';
import { drawSharedCode, sharingActs } from '../../view/activity-acts.js';
import { details } from '../../view/activity-details.js';
import { styles as activityStyles } from '../../view/activity.styles.js';
import { buttonStyles } from '../../view/button.styles.js';
import { failureNotice } from '../../view/failure-notice.js';
import { askAbout } from '../form-dialog/ask-about.js';
import { LanguageController } from '../language-controller.js';
import { ThemedElement } from '../themed-element.js';
import { chosenFilters, filterPanel } from './filter-panel.js';
import { styles as searchStyles } from './finder-search.styles.js';
import type { FinderActs, FinderView, MapState, PlaceState, Shown } from './finder-view.js';
import { results } from './results.js';
import { savedList } from './saved-list.js';
import { searchPanel } from './search-panel.js';

// Long enough for what was pressed to be on the screen before anything is asked for.
const aFrame = 30;
const aPause = 700;

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
  source: Directory | undefined = undefined;

  readonly #search = new FinderSearch(this, () => this.#directory);
  readonly #address = new FinderAddress(
    this,
    () => this.urlKey,
    (place) => {
      const before = String(writeQuery(this.#query));
      this.#takeUp(place);
      // An entry of the page's own, or of another finder: what was found is still what is looked for.
      if (String(writeQuery(this.#query)) !== before) void this.#find();
    },
  );
  readonly #kept = new KeptShortlist();
  readonly #focus = new NextFocus(this, '#count', '#title');
  readonly #opened = new OpenedActivity(this, this.#focus, () => this.#directory);
  readonly #spoken = new LanguageController(this, () => void this.#load());
  #shownIn = '';
  #directory: Directory | undefined;
  #words: FinderWords | undefined;
  #profile: DirectoryProfile | undefined;
  #failure: Failure | undefined;
  #query: ActivityQuery = emptyQuery;
  #typedPlace = '';
  #place: PlaceState = { is: 'none' };
  #shown: Shown = { at: 'search' };
  #isFiltering = false;
  #map: MapState = 'off';
  #leaveMap: (() => void) | undefined;
  #timer = 0;
  #placing: Promise<void> | undefined;
  #said = '';
  #saying = 0;
  #link = '';
  #linkOf: readonly unknown[] = [];

  constructor() {
    super();
    new ListInView(this, () => this.#search.found?.items);
  }

  override connectedCallback(): void {
    this.#kept.restore();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#saying);
    this.#search.stop();
    this.#leaveMap?.();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    if (this.#map === 'on') void this.#drawMap();
    else this.#leaveMap?.();
    void drawSharedCode(this, this.#linkToShare());
  }

  override render(): TemplateResult {
    const words = this.#words;
    const profile = this.#profile;
    const language = this.#shownIn || this.#spoken.language;
    return html`<div class="root" part="finder" lang=${language} dir=${directionOf(language)}>
      <slot name="logo"></slot>
      ${this.#spoken.choiceBeside(language)}
      ${words && profile ? this.#body(this.#view(words, profile)) : this.#waiting(words)}
      <slot name="footer"></slot>
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
    const { words, saved } = view;
    if (this.#shown.at === 'activity') return details(view);
    if (this.#shown.at === 'saved') return savedList(view);
    return html`<slot name="intro"></slot> ${searchPanel(view)}
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
      <p class="hidden" role="status">${this.#said}</p>
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
      language: this.#shownIn,
      timeZone: profile.timeZone,
      query: this.#query,
      typedPlace: this.#typedPlace,
      place: this.#place,
      found: this.#search.found,
      asked: this.#search.asked,
      offered: this.#search.offered,
      failure: isSearch ? this.#search.failure : this.#opened.failure,
      isBusy: this.#search.isBusy,
      isFiltering: this.#isFiltering,
      map: this.#map,
      detail: this.#opened.detail,
      opening: this.#nameOf(),
      level: undefined,
      report: this.#opened.report,
      saved: this.#kept.list,
      isKept: this.#kept.isKept,
      share: { ...this.#opened.share, url: this.#linkToShare() },
      saving: { isSaved: (id) => isSaved(this.#kept.list, id), save: this.#acts.save },
      calendar: (id) => this.#directory?.calendar(id),
      act: this.#acts,
    };
  }

  readonly #acts: FinderActs = {
    search: (change, pause) => {
      this.#apply(change, pause);
    },
    typePlace: (typed) => {
      this.#typedPlace = typed;
      this.#place = { is: 'none' };
      this.#placing = undefined;
      if (typed.trim() === '')
        this.#apply((query) => changed(query, { place: '', distance: undefined }));
      this.requestUpdate();
    },
    findPlace: () => void this.#findPlace(),
    submit: () => void this.#submit(),
    goToResults: () => {
      this.#isFiltering = false;
      this.#goToResults();
    },
    findMe: () => {
      this.#findMe();
    },
    more: () => void this.#more(),
    tryAgain: () => {
      if (this.#shown.at === 'search') void this.#find(this.#search.after);
      else void this.#opened.open(idOf(this.#shown), this.#query.place);
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
      this.#map = this.#map === 'on' ? 'off' : 'on';
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
    ask: (activity) => void askAbout(this, activity),
    ...sharingActs(this, this.#opened, () => this.#linkToShare()),
  };

  async #load(): Promise<void> {
    this.#failure = undefined;
    const { language } = this.#spoken;
    // What was searched for and found stays, in other words.
    const isOther = this.#profile && language !== this.#shownIn;
    const [catalogue, opened] = await Promise.all([
      loadCatalogue(language, finder).catch(() => undefined),
      openDirectory(this, language),
    ]);
    if (language !== this.#spoken.language) return;
    if (catalogue) {
      this.#words = wordsOf(catalogue);
      this.#shownIn = language;
    }
    if (!catalogue) this.#failure = { kind: 'offline' };
    else if (opened.ok) {
      ({ directory: this.#directory, profile: this.#profile } = opened.value);
      if (!isOther) this.#begin();
    } else this.#failure = opened.failure;
    this.requestUpdate();
  }

  #begin(): void {
    const start = this.#address.read();
    if (start) this.#takeUp(start);
    // Nobody has asked to be anywhere but where they are on the page.
    this.#focus.stay();
    void this.#find();
  }

  // Every key pressed waits for the one after; what a person chooses is done as soon as the browser has shown that it
  // was pressed.
  #apply(change: (query: ActivityQuery) => ActivityQuery, wait = aFrame): void {
    this.#query = change(this.#query);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#find(), wait);
  }

  async #find(after = ''): Promise<void> {
    clearTimeout(this.#timer);
    this.#said = '';
    this.#say('finder.loading');
    await this.#search.search(this.#query, after);
    const { isBusy, failure, found } = this.#search;
    if (isBusy) return;
    if (failure) this.#say('failure.title');
    else this.#say('finder.count', { count: found?.total ?? 0 });
    // Writing an address takes long enough for a key to be late: it has a task of its own.
    await nextTask();
    this.#writeSearch();
  }

  // Said once nothing has changed for a while, so that nobody hears a number at every key.
  #say(key: FinderKey, values?: Values): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(() => {
      this.#said = this.#words?.(key, values) ?? '';
      this.requestUpdate();
    }, aPause);
  }

  #writeSearch(): void {
    if (this.#shown.at === 'search')
      this.#address.write({ query: this.#query, activity: '' }, false);
  }

  async #submit(): Promise<void> {
    await this.#findPlace();
    const { is } = this.#place;
    if (is === 'unknown' || is === 'failed') this.#focus.on('#place');
    else {
      const { query, failure, isBusy } = this.#search;
      if (query !== this.#query || failure || isBusy) await this.#find();
      this.#goToResults();
    }
  }

  // Whoever is led there hears it there.
  #goToResults(): void {
    clearTimeout(this.#saying);
    this.#focus.on(this.#search.failure ? '#failure' : '#count');
  }

  async #more(): Promise<void> {
    const { items = [], next } = this.#search.found ?? {};
    await this.#find(next);
    if (this.#search.failure) this.#focus.on('#failure');
    else this.#focus.on(`.list > :nth-child(${items.length + 1}) button`);
  }

  #takeUp({ query, activity }: FinderPlace): void {
    this.#query = query;
    this.#typedPlace = /,/.test(query.place)
      ? (this.#words?.('finder.place.linked') ?? '')
      : query.place;
    this.#place = query.place === '' ? { is: 'none' } : { is: 'found', label: this.#typedPlace };
    this.#show(activity === '' ? { at: 'search' } : { at: 'activity', id: activity }, false);
  }

  #nameOf(): string | undefined {
    const id = this.#shown.at === 'activity' ? this.#shown.id : '';
    return [...(this.#search.found?.items ?? []), ...this.#kept.list].find((one) => one.id === id)
      ?.name;
  }

  #show(shown: Shown, isNewEntry = true): void {
    const before = this.#shown;
    if (before.at === shown.at && idOf(before) === idOf(shown)) return;
    if (isNewEntry) this.#writeSearch();
    this.#shown = shown;
    if (shown.at === 'activity') void this.#opened.open(shown.id, this.#query.place);
    else this.#opened.close();
    const activity = idOf(shown);
    if (isNewEntry) this.#address.write({ query: this.#query, activity }, activity !== '');
    if (shown.at === 'search') this.#focus.on(`#card-${idOf(before) || 'none'} button`, '#saved');
    else this.#focus.on('#title');
  }

  // Leaving the line and pressing Enter in it both ask; the second waits for the answer to the first.
  async #findPlace(): Promise<void> {
    const typed = this.#typedPlace.trim();
    if (typed !== '' && this.#place.is !== 'found') await (this.#placing ??= this.#askPlace(typed));
  }

  async #askPlace(typed: string): Promise<void> {
    this.#place = { is: 'finding' };
    this.requestUpdate();
    const place = await this.#directory?.place(typed);
    if (typed !== this.#typedPlace.trim()) return;
    if (place?.ok) {
      const { id, label } = place.value;
      this.#place = { is: 'found', label };
      this.#apply((query) => changed(query, { place: id }));
    } else {
      this.#place = { is: place?.failure.kind === 'rejected' ? 'unknown' : 'failed' };
      this.#say(`finder.place.${this.#place.is}`);
    }
    this.#placing = undefined;
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
        this.#apply((query) => changed(query, { place: id }));
      },
      () => {
        this.#place = { is: 'denied' };
        this.#focus.on('#place');
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  }

  // Of what is on the screen, not of what is being asked for; and made anew only with it, because a press that waits
  // for an address is late.
  #linkToShare(): string {
    const of = [this.#shown, this.#search.asked, this.#kept.list, this.#profile, location.href];
    if (of.some((one, at) => one !== this.#linkOf[at])) {
      this.#linkOf = of;
      this.#link = this.#makeLink();
    }
    return this.#link;
  }

  #makeLink(): string {
    const { page = '' } = this.#profile ?? {};
    const ids = this.#shown.at === 'saved' ? this.#kept.list.map(({ id }) => id) : [];
    const query = this.#shown.at === 'search' ? this.#search.asked : { ...emptyQuery, ids };
    return this.#address.linkTo({ query, activity: idOf(this.#shown) }, page)?.href ?? '';
  }

  async #drawMap(): Promise<void> {
    try {
      const { showOnMap } = await import('./finder-map.js');
      const box = this.renderRoot.querySelector<HTMLElement>('#map');
      const list = this.renderRoot.querySelector<HTMLElement>('.list');
      const { map: profile } = this.#profile ?? {};
      const words = this.#words;
      const { found } = this.#search;
      if (box && list && profile && words && found)
        this.#leaveMap = showOnMap({ box, list, profile, words }, found.items);
      else this.#leaveMap?.();
    } catch {
      this.#map = 'failed';
      this.#say('finder.map.failed');
      this.requestUpdate();
    }
  }
}

const idOf = (shown: Shown): string => (shown.at === 'activity' ? shown.id : '');

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-finder': ActivityFinder;
  }
}
