import type { LitElement, ReactiveController } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import { emptyQuery } from '../contract/activity-query.js';
import type { DirectoryProfile } from '../contract/directory.js';
import { finder } from '../../i18n/generated/finder.js';
import { loadCatalogue } from '../../i18n/language.js';
import { type FinderMessages, messagesFrom } from '../../i18n/messages.js';
import { type FinderPlace, toAddress } from '../activity/state/finder-place.js';
import { type ListEvent, type ListState, type ReadyList, newList, next } from './list-state.js';
import { ActivitySearch } from '../activity/activity-search.js';
import { focusSelectors } from '../activity/focus-selectors.js';
import { type ListSettings, pageAt, readListSettings } from './list-settings.js';
import { NextFocus } from '../../core/element/next-focus.js';
import { chooseDirectory } from '../api/open-directory.js';
import { OpenedActivityController } from '../activity/opened-activity-controller.js';

/** The default `url-key` of a finder. */
export const defaultUrlKey = 'find';

/** What the controller needs from its element. */
export interface ListHost extends LitElement, ListSettings {
  /** The `url-key` of the page's finder. */
  readonly urlKey: string;
  /** The language in which the list is to be shown. */
  readonly language: string;
}

/** Owns the state of a list, runs its side effects, and updates the element. */
export class ListController implements ReactiveController {
  state: ListState = newList;
  messages: FinderMessages | undefined;
  profile: DirectoryProfile | undefined;
  /** The directory; `undefined` if it is not available. */
  directory: DirectoryApi | undefined;
  readonly #host: ListHost;
  readonly #search: ActivitySearch;
  readonly #focus: NextFocus;
  readonly #activity: OpenedActivityController;
  #loadedLanguage = '';
  #loading = new AbortController();

  constructor(host: ListHost) {
    this.#host = host;
    host.addController(this);
    const directory = () => this.directory;
    const dispatch = (event: ListEvent): void => {
      this.dispatch(event);
    };
    this.#search = new ActivitySearch(host, directory, dispatch);
    this.#focus = new NextFocus(host, '#waiting', '#title', '#failure', '#empty', '.name button');
    this.#activity = new OpenedActivityController(host, directory, dispatch);
  }

  hostDisconnected(): void {
    this.#loading.abort();
    this.#search.stop();
  }

  /** Loads the list again if it is shown in another language than the host's. */
  languageChanged(): void {
    if (this.#host.hasUpdated && this.#host.language !== this.#loadedLanguage) void this.load();
  }

  /** Loads messages, profile and activities in parallel. */
  async load(): Promise<void> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    const isAborted = (): boolean => signal.aborted;
    this.#search.stop();
    this.dispatch({ type: 'load', request: readListSettings(this.#host) });
    const { state } = this;
    if (state.at !== 'loading' || state.search.at !== 'searching') return;
    const { language } = this.#host;
    const messages = loadCatalogue(language, finder).catch(() => undefined);
    const directory = await chooseDirectory(this.#host, language);
    if (isAborted()) return;
    this.directory = directory;
    const [catalogue, profile] = await Promise.all([
      messages,
      directory?.profile(signal),
      this.#search.run(state.search.search),
    ]);
    if (isAborted()) return;
    // A list has no search of the person that could be “still here”.
    if (catalogue) this.messages = messagesFrom(catalogue, { 'failure.kept': '' });
    if (catalogue && profile?.ok) this.#loadedLanguage = language;
    if (profile?.ok) this.profile = profile.value;
    if (!catalogue) this.dispatch({ type: 'load-failed', failure: { kind: 'offline' } });
    else if (!profile) this.dispatch({ type: 'load-failed', failure: refused });
    else if (!profile.ok) this.dispatch({ type: 'load-failed', failure: profile.failure });
    else this.dispatch({ type: 'loaded' });
  }

  /** Retries what failed: the list, its next page, or the open activity. */
  tryAgain(): void {
    if (this.state.at === 'failed') void this.load();
    else this.dispatch({ type: 'try-again' });
  }

  /** Handles an event. */
  dispatch(event: ListEvent): void {
    const before = this.state;
    const after = (this.state = next(before, event));
    if (after === before) return;
    const was = before.at === 'ready' ? before : undefined;
    // How far it is from the place of the search says nothing to whoever reads the page.
    this.#activity.update(was?.opened, after.at === 'ready' ? after.opened : undefined);
    if (after.at === 'ready') this.#follow(was, after);
    this.#host.requestUpdate();
  }

  #follow(before: ReadyList | undefined, { search, focus }: ReadyList): void {
    if (search.at === 'searching' && before?.search.at !== 'searching')
      void this.#search.run(search.search);
    if (focus && focus !== before?.focus) this.#focus.on(...focusSelectors(focus));
  }

  /** Where the page's finder is at a place; empty without one. */
  finderAt(place: FinderPlace): string {
    return addressOf(this.#host.finder, this.#host.urlKey, place);
  }

  /** The address that leads to what is shown; empty where there is none. */
  get link(): string {
    const { state } = this;
    const { query } = state.at === 'unusable' ? { query: emptyQuery } : state.request;
    const activity = (state.at === 'ready' ? state.opened?.id : undefined) ?? '';
    const place = { query: activity === '' ? query : emptyQuery, activity };
    return this.finderAt(place) || addressOf(this.profile?.page ?? '', defaultUrlKey, place);
  }
}

const refused = { kind: 'refused', status: 0 } as const;

// The URL of a page with a state of its finder; empty without such a page.
function addressOf(page: string, key: string, place: FinderPlace): string {
  const url = page === '' ? undefined : pageAt(page);
  if (!url) return '';
  url.search = toAddress(url.searchParams, key, place).toString();
  return url.href;
}
