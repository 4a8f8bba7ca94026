import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { Directory } from '../../client/directory.js';
import type { Failure } from '../../client/failure.js';
import { reportSetting, resolveSettings } from '../../client/settings.js';
import type { ActivitySummary } from '../../contract/activity.js';
import { type ActivityQuery, emptyQuery, mostResults } from '../../contract/activity-query.js';
import type { DirectoryProfile } from '../../contract/directory.js';
import { FinderSearch } from '../../controllers/finder-search.js';
import { NextFocus } from '../../controllers/next-focus.js';
import { chooseDirectory } from '../../controllers/open-directory.js';
import { OpenedActivity } from '../../controllers/opened-activity.js';
import { finder } from '../../i18n/generated/finder.js';
import { directionOf, loadCatalogue } from '../../i18n/language.js';
import { type FinderWords, wordsOf } from '../../i18n/words.js';
import { type FinderPlace, toAddress } from '../../machines/finder-place.js';
import { listQuery } from '../../machines/list-query.js';
import { drawSharedCode, sharingActs } from '../../view/activity-acts.js';
import { details } from '../../view/activity-details.js';
import type { ActivityActs } from '../../view/activity-view.js';
import { styles as activityStyles } from '../../view/activity.styles.js';
import { buttonStyles } from '../../view/button.styles.js';
import { failureNotice } from '../../view/failure-notice.js';
import { askAbout } from '../form-dialog/ask-about.js';
import { LanguageController } from '../language-controller.js';
import { ThemedElement } from '../themed-element.js';
import { styles } from './activity-list.styles.js';
import { listPage, waitingPage } from './list-page.js';
import type { ListView } from './list-view.js';

const levels = [2, 3, 4] as const;
const usualLevel = 2;
const usualKey = 'find';

// What changes what is asked for.
const wishes = ['endpoint', 'partner', 'directory', 'source', 'ids', 'query', 'limit'] as const;

// A page may take an attribute away again, which is as if it had never been there.
const text = (value: string | null): string => value ?? '';
const count = (value: string | null): number => Number(value ?? 0);
const level = (value: string | null): number => Number(value ?? usualLevel);
const key = (value: string | null): string => value ?? usualKey;

const expected = {
  ids: 'ids of activities with commas between them, at most 100, or a query',
  query: 'a search as a finder writes it, like category=gardening&place=TS18',
  limit: 'a number from 1 to 100',
  'heading-level': '2, 3 or 4',
  finder: 'the address of your page with the finder, like /whats-on',
} as const;

/**
 * Activities that somebody chose to recommend on a page: by their ids, or by a search that is always up to date.
 * @summary A list of activities to recommend.
 * @tag kith-activity-list
 * @slot - Shown until the list is there, and if it does not come: a link to the service's own page, a phone number.
 * @slot intro - Stands between the heading and the list.
 * @fires {ActivityOpenedEvent} kith-activity-opened - A person opened an activity; carries its id only.
 * @csspart heading - The heading above the list.
 * @csspart list - The list.
 * @csspart card - One activity in the list.
 * @csspart details - One activity, whole.
 * @csspart about - What is known of it, as a list.
 * @csspart empty - What is said where nothing of the list is left.
 * @csspart ask - The way to a link worker.
 * @csspart share - The ways to keep and share.
 * @csspart sources - Whom the entries come from.
 * @csspart input - A line to type in.
 * @csspart choice - A box to tick, with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The button that goes on.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart activity-link - The name of an activity in the list.
 * @csspart link - A link.
 * @csspart error - What is wrong with a line.
 * @csspart notice - What the list could not do.
 */
export class ActivityList extends ThemedElement {
  static override readonly styles = [buttonStyles, activityStyles, styles];

  static override readonly properties = {
    endpoint: { converter: text },
    partner: { converter: text },
    directory: { converter: text },
    ids: { converter: text },
    query: { converter: text },
    limit: { type: Number, converter: count },
    heading: { converter: text },
    headingLevel: { type: Number, converter: level, attribute: 'heading-level' },
    finder: { converter: text },
    urlKey: { converter: key, attribute: 'url-key' },
    source: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Address of an Open Referral or ALISS feed that is read directly in the browser, without any backend. */
  directory = '';
  /** Ids of activities with commas or blanks between them, shown in this order; they go before `query`. */
  ids = '';
  /** A search, as it stands in the address of a finder: its parameters, with or without the finder's key, or the whole address. */
  query = '';
  /** How many are shown at once, 1 to 100; without it all `ids`, or 6 of what a `query` finds. */
  limit = 0;
  /** Stands above the list, as a heading. */
  heading = '';
  /** Level of that heading, 2 to 4; the name of each activity is one below. Without a `heading`, that of yours above the tag. */
  headingLevel = 2;
  /** Address of your page with a finder: “See all” and shared links lead there. */
  finder = '';
  /** The `url-key` of that finder. */
  urlKey = 'find';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  source: Directory | undefined = undefined;

  readonly #search = new FinderSearch(this, () => this.#directory);
  readonly #focus = new NextFocus(this, '#waiting', '#title', '#failure', '#empty', '.name button');
  readonly #opened = new OpenedActivity(this, this.#focus, () => this.#directory);
  #directory: Directory | undefined;
  readonly #spoken = new LanguageController(this, () => {
    // Moved to another place of the page before it was there, or in another language now.
    if (this.hasUpdated && this.#spoken.language !== this.#shownIn) void this.#load();
  });
  #shownIn = '';
  #words: FinderWords | undefined;
  #profile: DirectoryProfile | undefined;
  #failure: Failure | undefined;
  #wanted: ActivityQuery | undefined;
  #step = 0;
  #most = 0;
  #shown: { readonly id: string; readonly name: string | undefined } | undefined;
  #said = '';
  #loading = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading.abort();
    this.#search.stop();
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (wishes.some((name) => changes.has(name))) void this.#load();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    void drawSharedCode(this, this.#linkToShare());
  }

  // The heading and what stands in the slots run as the page does; the rest as its own words do.
  override render(): TemplateResult {
    return html`<div class="root">
      ${
        this.heading === ''
          ? nothing
          : html`<h2 class="heading" part="heading" id="heading" aria-level=${this.#level}>
              ${this.heading}
            </h2>`
      }
      <slot name="intro"></slot>
      <p class="hidden" role="status">${this.#said}</p>
      ${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    const words = this.#words;
    const profile = this.#profile;
    const { found } = this.#search;
    if (!this.#wanted) return html`<slot></slot>`;
    if (this.#failure) return this.#failed(this.#failure);
    if (!words || !profile || !found)
      return waitingPage(Math.min(this.#wanted.ids.length || this.#step, this.#step));
    const view = this.#view(words, profile, found.items);
    return html`<div
      class="found"
      lang=${this.#spoken.language}
      dir=${directionOf(this.#spoken.language)}
      aria-busy=${this.#search.isBusy ? 'true' : 'false'}
    >
      ${this.#shown ? details(view) : listPage(view)}
    </div>`;
  }

  // What the partner wrote inside the tag stays if the list does not come.
  #failed(failure: Failure): TemplateResult {
    const words = this.#words;
    return html`${
        words
          ? html`<div lang=${this.#spoken.language} dir=${directionOf(this.#spoken.language)}>
              ${failureNotice(
                failure,
                words,
                this.#profile?.service,
                this.#acts.tryAgain,
                this.#level + 1,
              )}
            </div>`
          : nothing
      }<slot></slot>`;
  }

  #view(
    words: FinderWords,
    profile: DirectoryProfile,
    items: readonly ActivitySummary[],
  ): ListView {
    const { found } = this.#search;
    const isMore = items.length > this.#most || found?.next !== undefined;
    const query = isMore && this.#wanted ? this.#wanted : emptyQuery;
    return {
      words,
      profile,
      language: this.#spoken.language,
      timeZone: profile.timeZone,
      items: items.slice(0, this.#most).map(withoutDistance),
      total: found?.total ?? 0,
      labelledBy: this.heading === '' ? '' : 'heading',
      level: this.#level,
      failure: this.#shown ? this.#opened.failure : this.#search.failure,
      detail: this.#opened.detail,
      opening: this.#shown?.name,
      report: this.#opened.report,
      saving: undefined,
      share: { ...this.#opened.share, url: this.#linkToShare() },
      calendar: (id) => this.#directory?.calendar(id),
      finder: this.#finderAt({ query, activity: '' }),
      more: isMore ? this.#acts.more : undefined,
      act: this.#acts,
    };
  }

  readonly #acts: ActivityActs & { readonly more: () => void } = {
    open: (id) => {
      const { name } = this.#search.found?.items.find((item) => item.id === id) ?? {};
      this.#shown = { id, name };
      // How far it is from the place of the search says nothing to whoever reads the page.
      void this.#opened.open(id, '');
      this.#focus.on('#title');
    },
    back: () => {
      this.#focus.on(`#card-${this.#shown?.id ?? ''} button`);
      this.#shown = undefined;
      this.#opened.close();
    },
    tryAgain: () => {
      if (this.#shown) void this.#opened.open(this.#shown.id, '');
      else if (this.#failure) void this.#load();
      else void this.#more();
      this.requestUpdate();
    },
    more: () => void this.#more(),
    ask: (activity) => void askAbout(this, activity),
    ...sharingActs(this, this.#opened, () => this.#linkToShare()),
  };

  get #level(): number {
    return levels.find((one) => one === this.headingLevel) ?? usualLevel;
  }

  // Everything at once: the words, what the directory says of itself, and what is to be shown.
  async #load(): Promise<void> {
    this.#loading.abort();
    const loading = (this.#loading = new AbortController());
    const isOver = (): boolean => loading.signal.aborted;
    this.#search.forget();
    this.#opened.close();
    this.#shown = undefined;
    this.#failure = undefined;
    const wanted = (this.#wanted = this.#wish());
    if (!wanted) return;
    const { language } = this.#spoken;
    const words = loadCatalogue(language, finder).catch(() => undefined);
    const directory = await chooseDirectory(this, language);
    if (isOver()) return;
    this.#directory = directory;
    const [catalogue, profile] = await Promise.all([
      words,
      directory?.profile(loading.signal),
      this.#search.search(wanted),
    ]);
    if (isOver()) return;
    // Nobody has searched for anything here that could still be there.
    if (catalogue) this.#words = wordsOf(catalogue, { 'failure.kept': '' });
    if (catalogue && profile?.ok) this.#shownIn = language;
    if (profile?.ok) this.#profile = profile.value;
    if (!catalogue) this.#failure = { kind: 'offline' };
    else if (!profile) this.#failure = { kind: 'refused', status: 0 };
    else this.#failure = profile.ok ? this.#search.failure : profile.failure;
    this.requestUpdate();
  }

  /** What the attributes ask for; nothing where one cannot be used, which the webmaster is told. */
  #wish(): ActivityQuery | undefined {
    const isLimited = Number.isInteger(this.limit) && this.limit > 0 && this.limit <= mostResults;
    if (!isLimited && this.limit !== 0) this.#report('limit', this.limit);
    if (!levels.some((one) => one === this.headingLevel))
      this.#report('heading-level', this.headingLevel);
    if (this.finder !== '' && !pageAt(this.finder)) this.#report('finder', this.finder);
    const settings = this.source || this.directory !== '' ? undefined : resolveSettings(this);
    if (settings?.ok === false) void reportSetting(this.localName, settings.failure);
    const asked = listQuery(this);
    if (!asked.ok) this.#report(asked.failure, this[asked.failure]);
    if (!asked.ok || settings?.ok === false) return undefined;
    this.#step = this.#most = isLimited ? this.limit : asked.value.limit;
    return asked.value.ids.length > 0 ? asked.value : { ...asked.value, limit: this.#step };
  }

  #report(name: keyof typeof expected, value: string | number): void {
    const written = this.getAttribute(name) ?? String(value);
    void reportSetting(this.localName, { name, value: written, expected: expected[name] });
  }

  async #more(): Promise<void> {
    const words = this.#words;
    const { found, isBusy } = this.#search;
    if (!words || !found || !this.#wanted || isBusy) return;
    const before = this.#most;
    this.#said = words('finder.loading');
    this.requestUpdate();
    if (found.items.length <= before) await this.#search.search(this.#wanted, found.next);
    const { failure } = this.#search;
    if (!failure) this.#most += this.#step;
    this.#said = '';
    if (!this.#shown)
      this.#focus.on(failure ? '#failure' : `li:nth-child(${before + 1}) .name button`);
    this.requestUpdate();
  }

  #finderAt(place: FinderPlace): string {
    return addressOf(this.finder, this.urlKey, place);
  }

  #linkToShare(): string {
    const query = this.#wanted;
    const place = this.#shown
      ? { query: emptyQuery, activity: this.#shown.id }
      : { query: query ?? emptyQuery, activity: '' };
    return this.#finderAt(place) || addressOf(this.#profile?.page ?? '', usualKey, place);
  }
}

// Where a finder on a page is at a place; empty without such a page.
function addressOf(page: string, key: string, place: FinderPlace): string {
  const url = page === '' ? undefined : pageAt(page);
  if (!url) return '';
  url.search = toAddress(url.searchParams, key, place).toString();
  return url.href;
}

function pageAt(address: string): URL | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function withoutDistance(activity: ActivitySummary): ActivitySummary {
  if (!activity.venue) return activity;
  const { distance: _distance, ...venue } = activity.venue;
  return { ...activity, venue };
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-list': ActivityList;
  }
}
