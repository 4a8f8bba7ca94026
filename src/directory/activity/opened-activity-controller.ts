import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { ActivityReport } from '../contract/directory.js';
import type { OpenedActivity, OpenedEvent } from './state/opened-activity-state.js';
import { emit } from '../../core/emit.js';
import { ActivityOpenedEvent } from './opened-activity.events.js';

/** What a host does with what became of an activity. */
type Dispatch = (event: OpenedEvent) => void;

/** Does what the states of an opened activity ask for: fetches it, tells the page, sends a report. */
export class OpenedActivityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #directory: () => DirectoryApi | undefined;
  readonly #dispatch: Dispatch;
  #opening = new AbortController();

  constructor(
    host: ReactiveControllerHost & Element,
    directory: () => DirectoryApi | undefined,
    dispatch: Dispatch,
  ) {
    this.#host = host;
    this.#directory = directory;
    this.#dispatch = dispatch;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#opening.abort();
  }

  /** The host's activity was in one state and is in another; `place` is that of the search. */
  update(before: OpenedActivity | undefined, after: OpenedActivity | undefined, place = ''): void {
    if (after === before) return;
    if (before?.at === 'loading') this.#opening.abort();
    if (after?.at === 'loading') void this.#open(after.id, place);
    if (after?.at !== 'ready') return;
    const { report } = after;
    const earlier = before?.at === 'ready' ? before.report : undefined;
    if (report.is === 'sending' && report !== earlier) void this.#send(report.report);
    if (before?.at === 'loading') emit(this.#host, new ActivityOpenedEvent(after.id));
  }

  async #open(id: string, place: string): Promise<void> {
    const { signal } = (this.#opening = new AbortController());
    const opened = await this.#directory()?.activity(id, place, signal);
    if (signal.aborted || !opened) return;
    if (opened.ok) this.#dispatch({ type: 'activity-loaded', id, detail: opened.value });
    else this.#dispatch({ type: 'activity-failed', id, failure: opened.failure });
  }

  async #send(report: ActivityReport): Promise<void> {
    const sent = await this.#directory()?.report(report);
    if (sent?.ok) this.#dispatch({ type: 'report-sent', report });
    else if (sent) this.#dispatch({ type: 'report-failed', report, failure: sent.failure });
  }
}
