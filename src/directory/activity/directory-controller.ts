import { Task } from '@lit/task';
import type { LitElement, ReactiveController } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { DirectoryHost } from '../api/choose-directory.js';
import type { ActivityReport, DirectoryProfile } from '../contract/directory.js';
import type { Failure } from '../../core/backend/failure.js';
import { emit } from '../../core/emit.js';
import { NextFocus } from '../../core/element/next-focus.js';
import type { FinderMessages } from '../../i18n/messages.js';
import type { ActivityView } from './activity-view.js';
import { ActivityOpenedEvent } from './opened-activity.events.js';
import { type FocusTarget, focusSelectors } from './state/focus-target.js';
import type { OpenedActivity, OpenedEvent } from './state/opened-activity-state.js';
import type { Search, SearchEvent } from './state/search-state.js';

/** What the controller needs from its element. */
export interface ActivityHost extends LitElement, DirectoryHost {
  /** The language in which it is to be shown. */
  readonly language: string;
}

type LoadedView = Omit<ActivityView, 'language' | 'level' | 'shortlist' | 'dispatch'>;
type AnyEvent<Own> = Own | SearchEvent | OpenedEvent;

/**
 * Owns the state of a finder or a list, and runs the side effects that both have: searching, opening an activity,
 * reporting a mistake, and moving the focus.
 */
export abstract class DirectoryController<
  Host extends ActivityHost,
  State,
  Event,
> implements ReactiveController {
  state: State;
  messages: FinderMessages | undefined;
  profile: DirectoryProfile | undefined;
  /** The directory; `undefined` if it is not available. */
  directory: DirectoryApi | undefined;
  protected readonly host: Host;
  protected readonly nextFocus: NextFocus;
  readonly #next: (state: State, event: AnyEvent<Event>) => State;
  readonly #searches: Task<readonly [Search], SearchEvent>;
  #opening = new AbortController();

  /** @param fallbacks selectors of elements that take a focus that was lost; the first that is found */
  constructor(
    host: Host,
    first: State,
    next: (state: State, event: AnyEvent<Event>) => State,
    ...fallbacks: readonly string[]
  ) {
    this.host = host;
    this.state = first;
    this.#next = next;
    host.addController(this);
    this.nextFocus = new NextFocus(host, ...fallbacks);
    this.#searches = new Task(host, {
      autoRun: false,
      task: async ([search], { signal }): Promise<SearchEvent> => {
        const { query, after } = search;
        const result = await this.directory?.search({ ...query, after }, signal);
        return result?.ok
          ? { type: 'found', search, page: result.value }
          : { type: 'search-failed', search, failure: result?.failure ?? refused };
      },
      onComplete: this.dispatch,
    });
  }

  hostDisconnected(): void {
    this.stopSearch();
    this.#opening.abort();
  }

  /** Handles an event. */
  readonly dispatch = (event: AnyEvent<Event>): void => {
    const before = this.state;
    this.state = this.#next(before, event);
    if (this.state === before) return;
    this.stateChanged(before, event);
    this.host.requestUpdate();
  };

  /** The URL of what is shown; empty if there is none. */
  abstract get link(): string;

  /** What activities are rendered from; `undefined` until it is loaded. */
  activityView(): LoadedView | undefined {
    const { host, directory, profile, messages, link } = this;
    if (!directory || !profile || !messages) return undefined;
    return { host, directory, profile, messages, timeZone: profile.timeZone, link };
  }

  /** Runs the side effects of a change. */
  protected abstract stateChanged(before: State, event: AnyEvent<Event>): void;

  /** Searches the directory. The newest search wins; resolves when it is complete or aborted. */
  protected search(search: Search): Promise<void> {
    return this.#searches.run([search]);
  }

  /** Aborts the running search. */
  protected stopSearch(): void {
    this.#searches.abort();
  }

  /** Moves the focus, if its target has changed. */
  protected moveFocus(before: FocusTarget | undefined, target: FocusTarget | undefined): void {
    if (target && target !== before) this.nextFocus.moveTo(...focusSelectors(target));
  }

  /** Follows the state of the open activity; `place` is that of the search. */
  protected openedChanged(
    before: OpenedActivity | undefined,
    after: OpenedActivity | undefined,
    place: string,
  ): void {
    if (after === before) return;
    if (before?.at === 'loading') this.#opening.abort();
    if (after?.at === 'loading') void this.#open(after.id, place);
    if (after?.at !== 'ready') return;
    const { report } = after;
    const earlier = before?.at === 'ready' ? before.report : undefined;
    if (report.at === 'sending' && report !== earlier) void this.#send(report.report);
    if (before?.at === 'loading') emit(this.host, new ActivityOpenedEvent(after.id));
  }

  async #open(id: string, place: string): Promise<void> {
    const { signal } = (this.#opening = new AbortController());
    const opened = await this.directory?.activity(id, place, signal);
    if (signal.aborted || !opened) return;
    if (opened.ok) this.dispatch({ type: 'activity-loaded', id, detail: opened.value });
    else this.dispatch({ type: 'activity-failed', id, failure: opened.failure });
  }

  async #send(report: ActivityReport): Promise<void> {
    const sent = await this.directory?.report(report);
    if (sent?.ok) this.dispatch({ type: 'report-sent', report });
    else if (sent) this.dispatch({ type: 'report-failed', report, failure: sent.failure });
  }
}

/** The failure without a directory: the settings are invalid, or a feed cannot be read. */
export const refused: Failure = { kind: 'refused', status: 0 };
