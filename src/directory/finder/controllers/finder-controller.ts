import { emptyQuery } from '../../contract/activity-query.js';
import { finder } from '../../../i18n/generated/finder.js';
import type { FinderKey } from '../../../i18n/generated/keys.js';
import { loadCatalogue } from '../../../i18n/language.js';
import { type Values, messagesFrom } from '../../../i18n/messages.js';
import { foundIn } from '../../activity/state/search-state.js';
import type { FinderPlace } from '../../activity/state/finder-place.js';
import {
  type FinderEvent,
  type FinderStart,
  type FinderState,
  type ReadyFinder,
  emptyFinder,
  isAsked,
  newFinder,
  next,
  openId,
} from '../state/finder-state.js';
import type { OpenedActivity } from '../../activity/state/opened-activity-state.js';
import type { PlaceField } from '../state/place-field.js';
import { nextTask } from '../../../core/next-task.js';
import { Announcer } from './announcer.js';
import { FinderAddress } from './finder-address.js';
import {
  type ActivityHost,
  DirectoryController,
  refused,
} from '../../activity/directory-controller.js';
import { Shortlist } from '../../activity/shortlist.js';
import { chooseDirectory } from '../../api/choose-directory.js';

// Long enough for the browser to show a press before a search starts.
const frameMilliseconds = 30;
// While a person types, each key restarts the delay.
const typingMilliseconds = 250;

/** What the controller needs from its element. */
export interface FinderHost extends ActivityHost {
  /** Name of the finder in the page's URL; empty to leave the URL unchanged. */
  readonly urlKey: string;
}

/** Owns the state of a finder, runs its side effects, and updates the element. */
export class FinderController extends DirectoryController<FinderHost, FinderState, FinderEvent> {
  /** The language of the messages; empty until they are loaded. */
  language = '';
  readonly shortlist: Shortlist;
  readonly announcer: Announcer;
  readonly #address: FinderAddress;
  #timer = 0;
  #link = '';
  #linkOf: readonly unknown[] = [];

  constructor(host: FinderHost) {
    super(host, newFinder, next, '#count', '#title');
    this.shortlist = new Shortlist(host);
    this.announcer = new Announcer(host);
    this.#address = new FinderAddress(host, (place) => {
      this.dispatch({ type: 'go-to', start: this.#startAt(place) });
    });
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    clearTimeout(this.#timer);
  }

  /** Loads the messages and the profile of the directory. */
  async load(): Promise<void> {
    const { language } = this.host;
    // After a change of language, the search and its results stay.
    const isOther = this.profile !== undefined && language !== this.language;
    const [catalogue, [directory, profile]] = await Promise.all([
      loadCatalogue(language, finder).catch(() => undefined),
      chooseDirectory(this.host, language).then(
        async (chosen) => [chosen, await chosen?.profile()] as const,
      ),
    ]);
    // The language has changed again meanwhile; another load is in progress.
    if (language !== this.host.language) return;
    if (catalogue) {
      this.messages = messagesFrom(catalogue);
      this.language = language;
    }
    if (!catalogue) this.dispatch({ type: 'load-failed', failure: { kind: 'offline' } });
    else if (!profile?.ok)
      this.dispatch({ type: 'load-failed', failure: profile?.failure ?? refused });
    else {
      this.directory = directory;
      this.profile = profile.value;
      if (!isOther) this.#begin();
    }
    this.host.requestUpdate();
  }

  #begin(): void {
    const place = this.#address.read();
    this.nextFocus.stay();
    this.dispatch({ type: 'begin', start: place && this.#startAt(place) });
  }

  #startAt({ query, activity }: FinderPlace): FinderStart {
    const place = query.place.includes(',') ? this.#message('finder.place.linked') : query.place;
    return { query, activity, place };
  }

  protected override stateChanged(state: FinderState, event: FinderEvent): void {
    const { state: after } = this;
    if (after.at !== 'ready') return;
    const before = state.at === 'ready' ? state : emptyFinder;
    this.#searchChanged(before, after);
    if (after.query !== before.query && !isAsked(after)) this.#searchSoon(event);
    if (after.place !== before.place) this.#placeChanged(before.place, after.place);
    // The URL is already up to date if the event came from it.
    if (event.type !== 'go-to' && event.type !== 'begin') this.#writePage(before, after);
    this.openedChanged(activityIn(before), activityIn(after), after.query.place);
    if (event.type === 'map-failed') this.#announce('finder.map.failed');
    // A focused element is read out anyway.
    const { focus } = after;
    if (focus !== before.focus && (focus?.on === 'count' || focus?.on === 'failure'))
      this.announcer.cancel();
    this.moveFocus(before.focus, focus);
  }

  #searchSoon(event: FinderEvent): void {
    const isTyping = event.type === 'change-query' && event.isTyping === true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(
      () => {
        this.dispatch({ type: 'search' });
      },
      isTyping ? typingMilliseconds : frameMilliseconds,
    );
  }

  #searchChanged({ search: before }: ReadyFinder, after: ReadyFinder): void {
    const { search } = after;
    const askedBefore = before.at === 'searching' ? before.search : undefined;
    if (search.at === 'searching') {
      if (search.search === askedBefore) return;
      if (isAsked(after)) clearTimeout(this.#timer);
      this.announcer.clear();
      this.#announce('finder.loading');
      void this.search(search.search);
    } else if (before.at === 'searching' && search !== before.before) {
      if (search.at === 'failed') this.#announce('failure.title');
      else this.#announce('finder.count', { count: foundIn(search)?.page.total ?? 0 });
      void this.#writeSearchSoon();
    }
  }

  // Writing the URL is slow enough to delay input, so it gets a task of its own.
  async #writeSearchSoon(): Promise<void> {
    await nextTask();
    if (this.state.at === 'ready') this.#writeSearch(this.state);
  }

  #writeSearch({ page, query }: ReadyFinder): void {
    if (page.at === 'search') this.#address.write({ query, activity: '' }, false);
  }

  #writePage(before: ReadyFinder, after: ReadyFinder): void {
    const activity = openId(after.page);
    if (after.page.at === before.page.at && activity === openId(before.page)) return;
    this.#writeSearch(before);
    this.#address.write({ query: after.query, activity }, activity !== '');
  }

  #placeChanged(before: PlaceField, { at, typed }: PlaceField): void {
    const isAskedAlready = before.at === at && before.typed === typed;
    if (at === 'finding' && !isAskedAlready) void this.#findPlace(typed.trim());
    else if (at === 'locating') this.#locate();
    else if (at === 'unknown' || at === 'failed') this.#announce(`finder.place.${at}`);
  }

  async #findPlace(typed: string): Promise<void> {
    const place = await this.directory?.place(typed);
    if (place?.ok) {
      const { id, label } = place.value;
      this.dispatch({ type: 'place-found', typed, id, label });
    } else {
      const why = place?.failure.kind === 'rejected' ? 'unknown' : 'failed';
      this.dispatch({ type: 'place-not-found', typed, why });
    }
  }

  #locate(): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Rounded to about 1 km: the exact position never leaves the device.
        const id = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        this.dispatch({ type: 'located', id, label: this.#message('finder.place.here') });
      },
      () => {
        this.dispatch({ type: 'location-denied' });
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  }

  #announce(key: FinderKey, values?: Values): void {
    this.announcer.announce(() => this.#message(key, values));
  }

  #message(key: FinderKey, values?: Values): string {
    return this.messages?.(key, values) ?? '';
  }

  /**
   * The URL of what is on the screen, not of a search in progress; empty if there is none. Cached, because computing it
   * at each render would delay input.
   */
  override get link(): string {
    const { state, profile } = this;
    if (state.at !== 'ready') return '';
    const asked = foundIn(state.search)?.asked ?? emptyQuery;
    const activity = openId(state.page);
    const { list } = this.shortlist;
    const of = [state.page.at, activity, asked, list, profile, location.href];
    if (of.some((one, at) => one !== this.#linkOf[at])) {
      this.#linkOf = of;
      const ids = state.page.at === 'saved' ? list.map(({ id }) => id) : [];
      const query = state.page.at === 'search' ? asked : { ...emptyQuery, ids };
      this.#link = this.#address.linkTo({ query, activity }, profile?.page)?.href ?? '';
    }
    return this.#link;
  }
}

const activityIn = ({ page }: ReadyFinder): OpenedActivity | undefined =>
  page.at === 'activity' ? page.opened : undefined;
