import { emptyQuery } from '../contract/activity-query.js';
import { finder } from '../../i18n/generated/finder.js';
import { loadCatalogue } from '../../i18n/language.js';
import { messagesFrom } from '../../i18n/messages.js';
import { type FinderPlace, defaultUrlKey, urlOf } from '../activity/state/finder-place.js';
import { type ListEvent, type ListState, newList, next } from './list-state.js';
import { type ListSettings, pageAt, readListSettings } from './list-settings.js';
import { chooseDirectory } from '../api/choose-directory.js';
import {
  type ActivityHost,
  DirectoryController,
  refused,
} from '../activity/directory-controller.js';

/** What the controller needs from its element. */
export interface ListHost extends ActivityHost, ListSettings {
  /** The `url-key` of the page's finder. */
  readonly urlKey: string;
}

/** Owns the state of a list, runs its side effects, and updates the element. */
export class ListController extends DirectoryController<ListHost, ListState, ListEvent> {
  #loadedLanguage = '';
  #loading = new AbortController();

  constructor(host: ListHost) {
    super(host, newList, next, '#waiting', '#title', '#failure', '#empty', '.name button');
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#loading.abort();
  }

  /** Loads the list again if it is shown in another language than the host's. */
  languageChanged(): void {
    if (this.host.hasUpdated && this.host.language !== this.#loadedLanguage) void this.load();
  }

  /** Loads messages, profile and activities in parallel. */
  async load(): Promise<void> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    const isAborted = (): boolean => signal.aborted;
    this.stopSearch();
    this.dispatch({ type: 'load', request: readListSettings(this.host) });
    const { state } = this;
    if (state.at !== 'loading' || state.search.at !== 'searching') return;
    const { language } = this.host;
    const messages = loadCatalogue(language, finder).catch(() => undefined);
    const directory = await chooseDirectory(this.host, language);
    if (isAborted()) return;
    this.directory = directory;
    const [catalogue, profile] = await Promise.all([
      messages,
      directory?.profile(signal),
      this.search(state.search.search),
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

  protected override stateChanged(before: ListState): void {
    const { state } = this;
    const was = before.at === 'ready' ? before : undefined;
    const now = state.at === 'ready' ? state : undefined;
    // Without the place of the search: the distance from there means nothing to the readers of a page.
    this.openedChanged(was?.opened, now?.opened, '');
    if (now?.search.at === 'searching' && was?.search.at !== 'searching')
      void this.search(now.search.search);
    this.moveFocus(was?.focus, now?.focus);
  }

  /** The URL of the page's finder in a state; empty if there is no finder. */
  finderAt(place: FinderPlace): string {
    return linkTo(this.host.finder, this.host.urlKey, place);
  }

  override get link(): string {
    const { state } = this;
    const { query } = state.at === 'unusable' ? { query: emptyQuery } : state.request;
    const activity = (state.at === 'ready' ? state.opened?.id : undefined) ?? '';
    const place = { query: activity === '' ? query : emptyQuery, activity };
    return this.finderAt(place) || linkTo(this.profile?.page ?? '', defaultUrlKey, place);
  }
}

// The URL of a page with a state of its finder; empty without such a page.
function linkTo(page: string, key: string, place: FinderPlace): string {
  const url = page === '' ? undefined : pageAt(page);
  return url ? urlOf(url.href, key, place).href : '';
}
