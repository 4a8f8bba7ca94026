import type { LitElement, ReactiveController } from 'lit';
import type { Directory } from '../client/directory.js';
import type { Failure } from '../client/failure.js';
import type { ActivityDetail } from '../contract/activity.js';
import { reportKinds } from '../contract/directory.js';
import { emit } from '../shared/emit.js';
import type { NextFocus } from './next-focus.js';
import { ActivityOpenedEvent } from './opened-activity.events.js';

/** How a report of a mistake stands. */
export type ReportState =
  | { readonly is: 'closed' | 'sending' | 'sent' }
  | { readonly is: 'open'; readonly issue?: 'kind' | 'text'; readonly failure?: Failure };

/** How sharing stands. */
export interface ShareState {
  readonly isCopied: boolean;
  readonly isCode: boolean;
}

/** The activity that a person has opened: what is known of it, and what they do with it. */
export class OpenedActivity implements ReactiveController {
  detail: ActivityDetail | undefined;
  failure: Failure | undefined;
  report: ReportState = { is: 'closed' };
  share: ShareState = { isCopied: false, isCode: false };
  readonly #host: LitElement;
  readonly #focus: NextFocus;
  readonly #directory: () => Directory | undefined;
  #id = '';
  #opening = new AbortController();

  constructor(host: LitElement, focus: NextFocus, directory: () => Directory | undefined) {
    this.#host = host;
    this.#focus = focus;
    this.#directory = directory;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#opening.abort();
  }

  /** Asks for an activity and tells the page that it was opened; `place` is that of the search. */
  async open(id: string, place: string): Promise<void> {
    this.close();
    this.#id = id;
    const { signal } = this.#opening;
    const opened = await this.#directory()?.activity(id, place, signal);
    if (signal.aborted || !opened) return;
    if (opened.ok) {
      this.detail = opened.value;
      emit(this.#host, new ActivityOpenedEvent(id));
    } else {
      this.failure = opened.failure;
      this.#focus.on('#failure');
    }
    this.#host.requestUpdate();
  }

  /** Lets go of it. */
  close(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
    this.#id = '';
    this.detail = undefined;
    this.failure = undefined;
    this.report = { is: 'closed' };
    this.share = { isCopied: false, isCode: false };
  }

  /** Copies a link; where the browser does not let us, shows it as a code. */
  async copyLink(url: string): Promise<void> {
    const isCopied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    this.share = { isCopied, isCode: this.share.isCode || !isCopied };
    this.#host.requestUpdate();
  }

  /** Shows the link as a code, or hides that. */
  toggleCode(): void {
    this.share = { ...this.share, isCode: !this.share.isCode };
    this.#host.requestUpdate();
  }

  /** Opens the lines in which a person says what is wrong, or closes them. */
  toggleReport(): void {
    this.report = { is: this.report.is === 'closed' ? 'open' : 'closed' };
    this.#host.requestUpdate();
  }

  /** Tells the service what is wrong, and the person whether it has arrived. */
  async sendReport(data: FormData): Promise<void> {
    const kind = reportKinds.find((one) => one === data.get('kind'));
    const written = data.get('text');
    const text = typeof written === 'string' ? written.trim() : '';
    if (this.#id === '' || this.report.is === 'sending') return;
    if (!kind) {
      this.report = { is: 'open', issue: 'kind' };
      this.#focus.on('.report input');
      return;
    }
    this.report = { is: 'sending' };
    this.#host.requestUpdate();
    const sent = await this.#directory()?.report({
      activity: this.#id,
      kind,
      ...(text === '' ? {} : { text }),
    });
    this.report = sent?.ok
      ? { is: 'sent' }
      : { is: 'open', ...(sent ? { failure: sent.failure } : {}) };
    this.#focus.on('#sent', '#failure');
  }
}
