import type { LitElement, ReactiveController } from 'lit';
import { type ActivityQuery, emptyQuery } from '../../contract/activity-query.js';
import { finder } from '../../../i18n/generated/finder.js';
import type { FinderKey } from '../../../i18n/generated/keys.js';
import { loadCatalogue } from '../../../i18n/language.js';
import { type FinderMessages, type Values, messagesFrom } from '../../../i18n/messages.js';
import { foundIn } from '../../activity/state/search-state.js';
import type { FinderPlace } from '../../activity/state/finder-place.js';
import {
  type FinderEvent,
  type FinderStart,
  type FinderState,
  type ReadyFinder,
  emptyFinder,
  newFinder,
  next,
  openId,
} from '../state/finder-state.js';
import type { OpenedActivity } from '../../activity/state/opened-activity-state.js';
import type { PlaceLine } from '../state/place-line.js';
import { nextTask } from '../../../core/next-task.js';
import { Announcer } from './announcer.js';
import { FinderAddress } from './finder-address.js';
import { ActivitySearch } from '../../activity/activity-search.js';
import { focusSelectors } from '../../activity/focus-selectors.js';
import { StoredShortlist } from './stored-shortlist.js';
import { NextFocus } from '../../../core/element/next-focus.js';
import { type DirectoryHost, type OpenDirectory, openDirectory } from '../../api/open-directory.js';
import { OpenedActivityController } from '../../activity/opened-activity-controller.js';

// Long enough for the browser to show a press before a search starts.
const frameMilliseconds = 30;

/** What the controller needs from its element. */
export interface FinderHost extends LitElement, DirectoryHost {
  /** Name of the finder in the page's URL; empty to leave the URL unchanged. */
  readonly urlKey: string;
  /** The language in which the finder is to be shown. */
  readonly language: string;
}

/** The messages that are shown, and their language. */
interface Text {
  readonly messages: FinderMessages;
  readonly language: string;
}

/** Owns the state of a finder, runs its side effects, and updates the element. */
export class FinderController implements ReactiveController {
  state: FinderState = newFinder;
  text: Text | undefined;
  /** The directory and its profile. */
  opened: OpenDirectory | undefined;
  readonly shortlist = new StoredShortlist();
  readonly announcer: Announcer;
  readonly #host: FinderHost;
  readonly #search: ActivitySearch;
  readonly #address: FinderAddress;
  readonly #focus: NextFocus;
  readonly #activity: OpenedActivityController;
  #timer = 0;
  #link = '';
  #linkOf: readonly unknown[] = [];

  constructor(host: FinderHost) {
    this.#host = host;
    host.addController(this);
    const directory = () => this.opened?.directory;
    const dispatch = (event: FinderEvent): void => {
      this.dispatch(event);
    };
    this.announcer = new Announcer(host);
    this.#search = new ActivitySearch(host, directory, dispatch);
    this.#address = new FinderAddress(
      host,
      () => host.urlKey,
      (place) => {
        this.dispatch({ type: 'go-to', start: this.#startAt(place) });
      },
    );
    this.#focus = new NextFocus(host, '#count', '#title');
    this.#activity = new OpenedActivityController(host, directory, dispatch);
  }

  hostConnected(): void {
    this.shortlist.restore();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#search.stop();
  }

  /** Loads the messages and opens the directory. */
  async load(): Promise<void> {
    const { language } = this.#host;
    // After a change of language, the search and its results stay.
    const isOther = this.opened !== undefined && language !== this.text?.language;
    const [catalogue, opened] = await Promise.all([
      loadCatalogue(language, finder).catch(() => undefined),
      openDirectory(this.#host, language),
    ]);
    // The language has changed again meanwhile; another load is in progress.
    if (language !== this.#host.language) return;
    if (catalogue) this.text = { messages: messagesFrom(catalogue), language };
    if (!catalogue) this.dispatch({ type: 'load-failed', failure: { kind: 'offline' } });
    else if (!opened.ok) this.dispatch({ type: 'load-failed', failure: opened.failure });
    else {
      this.opened = opened.value;
      if (!isOther) this.#begin();
    }
    this.#host.requestUpdate();
  }

  #begin(): void {
    const place = this.#address.read();
    this.#focus.stay();
    this.dispatch({ type: 'begin', start: place && this.#startAt(place) });
  }

  #startAt({ query, activity }: FinderPlace): FinderStart {
    const place = query.place.includes(',') ? this.#message('finder.place.linked') : query.place;
    return { query, activity, place };
  }

  /** Handles an event. If it changes the query, the search starts after `wait` milliseconds. */
  dispatch(event: FinderEvent, wait = frameMilliseconds): void {
    const before = this.state;
    const after = (this.state = next(before, event));
    if (after === before) return;
    if (after.at === 'ready')
      this.#afterChange(before.at === 'ready' ? before : emptyFinder, after, event, wait);
    this.#host.requestUpdate();
  }

  /** Changes the query; the search starts after `wait` milliseconds. */
  changeQuery(change: (query: ActivityQuery) => ActivityQuery, wait?: number): void {
    if (this.state.at === 'ready')
      this.dispatch({ type: 'change-query', query: change(this.state.query) }, wait);
  }

  #afterChange(before: ReadyFinder, after: ReadyFinder, event: FinderEvent, wait: number): void {
    this.#afterSearchChange(before, after);
    if (after.query !== before.query && !isAsked(after)) this.#searchAfter(wait);
    if (after.place !== before.place) this.#afterPlaceChange(before.place, after.place);
    // The URL is already up to date if the event came from it.
    if (event.type !== 'go-to' && event.type !== 'begin') this.#writePage(before, after);
    this.#activity.update(activityIn(before), activityIn(after), after.query.place);
    if (event.type === 'map-failed') this.#announce('finder.map.failed');
    this.#moveFocus(before, after);
  }

  // While a person types, each key restarts the delay; a choice is searched for once the browser has shown it.
  #searchAfter(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.dispatch({ type: 'search' });
    }, wait);
  }

  #afterSearchChange({ search: before }: ReadyFinder, after: ReadyFinder): void {
    const { search } = after;
    const askedBefore = before.at === 'searching' ? before.search : undefined;
    if (search.at === 'searching') {
      if (search.search === askedBefore) return;
      if (isAsked(after)) clearTimeout(this.#timer);
      this.announcer.clear();
      this.#announce('finder.loading');
      void this.#search.run(search.search);
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

  #afterPlaceChange(before: PlaceLine, { is, typed }: PlaceLine): void {
    const isAskedAlready = before.is === is && before.typed === typed;
    if (is === 'finding' && !isAskedAlready) void this.#findPlace(typed.trim());
    else if (is === 'locating') this.#locate();
    else if (is === 'unknown' || is === 'failed') this.#announce(`finder.place.${is}`);
  }

  async #findPlace(typed: string): Promise<void> {
    const place = await this.opened?.directory.place(typed);
    if (place?.ok) {
      const { id, label } = place.value;
      this.dispatch({ type: 'place-found', typed, id, label });
    } else {
      const is = place?.failure.kind === 'rejected' ? 'unknown' : 'failed';
      this.dispatch({ type: 'place-not-found', typed, is });
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

  #moveFocus({ focus: before }: ReadyFinder, { focus }: ReadyFinder): void {
    if (!focus || focus === before) return;
    // The focused element is read out anyway.
    if (focus.on === 'count' || focus.on === 'failure') this.announcer.cancel();
    this.#focus.on(...focusSelectors(focus));
  }

  #announce(key: FinderKey, values?: Values): void {
    this.announcer.announce(() => this.#message(key, values));
  }

  #message(key: FinderKey, values?: Values): string {
    return this.text?.messages(key, values) ?? '';
  }

  /**
   * The URL of what is on the screen, not of a search in progress; empty if there is none. Cached, because computing it
   * at each render would delay input.
   */
  get link(): string {
    const { state } = this;
    if (state.at !== 'ready') return '';
    const asked = foundIn(state.search)?.asked ?? emptyQuery;
    const activity = openId(state.page);
    const { list } = this.shortlist;
    const of = [state.page.at, activity, asked, list, this.opened, location.href];
    if (of.some((one, at) => one !== this.#linkOf[at])) {
      this.#linkOf = of;
      const ids = state.page.at === 'saved' ? list.map(({ id }) => id) : [];
      const query = state.page.at === 'search' ? asked : { ...emptyQuery, ids };
      const page = this.opened?.profile.page;
      this.#link = this.#address.linkTo({ query, activity }, page)?.href ?? '';
    }
    return this.#link;
  }
}

const activityIn = ({ page }: ReadyFinder): OpenedActivity | undefined =>
  page.at === 'activity' ? page.opened : undefined;

/** Whether a search for the current query is in progress. */
const isAsked = ({ search, query }: ReadyFinder): boolean =>
  search.at === 'searching' && search.search.query === query;
