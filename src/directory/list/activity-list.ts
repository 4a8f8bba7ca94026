import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import { ListController } from './list-controller.js';
import { levels } from './list-settings.js';
import { directionOf } from '../../i18n/language.js';
import { foundIn } from '../activity/state/search-state.js';
import type { ListRequest, ReadyList } from './list-state.js';
import { defaultUrlKey } from '../activity/state/finder-place.js';
import { drawQrCode } from '../activity/draw-qr-code.js';
import { details } from '../activity/activity-details.js';
import { styles as activityStyles } from '../activity/activity.styles.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { ThemedElement } from '../../core/element/themed-element.js';
import { styles } from './activity-list.styles.js';
import { type ListView, listPage, waitingPage } from './list-page.js';

const defaultLevel = 2;

// The properties that decide what is requested.
const queryProperties = [
  'endpoint',
  'partner',
  'directory',
  'source',
  'ids',
  'query',
  'limit',
] as const;

// An attribute that is removed has its default value again.
const text = (value: string | null): string => value ?? '';
const count = (value: string | null): number => Number(value ?? 0);
const level = (value: string | null): number => Number(value ?? defaultLevel);
const key = (value: string | null): string => value ?? defaultUrlKey;

/**
 * Activities that a page recommends: chosen by their ids, or found by a search, which is always up to date.
 * @summary A list of activities to recommend.
 * @tag kith-activity-list
 * @slot - Shown until the list is loaded, and if it cannot be loaded, such as a link to the service's own page or a phone number.
 * @slot intro - The partner's own content between the heading and the list.
 * @fires {ActivityOpenedEvent} kith-activity-opened - A person has opened an activity; the event contains only its id.
 * @csspart heading - The heading above the list.
 * @csspart list - The list of activities.
 * @csspart card - One activity in the list.
 * @csspart details - The details of one activity.
 * @csspart about - The list of facts in the details.
 * @csspart empty - The message that the list is empty.
 * @csspart ask - The section that offers to contact a link worker about the activity.
 * @csspart share - The buttons to copy the link, show a QR code, send and print.
 * @csspart sources - The sources of the entries, with their licences.
 * @csspart input - A text field.
 * @csspart choice - A checkbox or radio button with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The main button of a section.
 * @csspart secondary-button - A less important button.
 * @csspart link-button - A button that looks like a link.
 * @csspart activity-link - The name of an activity in the list.
 * @csspart link - A link.
 * @csspart error - An error message for a field.
 * @csspart notice - The message that something failed.
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
  /** A search, as in the address of a finder: its parameters, with or without the finder's key, or the whole address. */
  query = '';
  /** How many are shown at once, 1 to 100; without it all `ids`, or 6 of what a `query` finds. */
  limit = 0;
  /** The heading above the list. */
  heading = '';
  /** Level of that heading, 2 to 4; the name of each activity is one below. Without a `heading`, that of yours above the tag. */
  headingLevel = 2;
  /** Address of your page with a finder: “See all” and shared links lead there. */
  finder = '';
  /** The `url-key` of that finder. */
  urlKey = 'find';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  source: DirectoryApi | undefined = undefined;

  readonly #controller = new ListController(this);
  readonly #language = new LanguageController(this, () => {
    this.#controller.languageChanged();
  });

  /** @internal */
  get language(): string {
    return this.#language.language;
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    super.willUpdate(changes);
    if (queryProperties.some((name) => changes.has(name))) void this.#controller.load();
  }

  protected override updated(changes: PropertyValues<this>): void {
    super.updated(changes);
    void drawQrCode(this, this.#controller.link);
  }

  // The heading and the slots have the language and direction of the page; the rest has those of its messages.
  override render(): TemplateResult {
    const { state, messages } = this.#controller;
    const isMoreComing = state.at === 'ready' && state.search.at === 'searching';
    return html`<div class="root">
      ${
        this.heading === ''
          ? nothing
          : html`<h2 class="heading" part="heading" id="heading" aria-level=${this.#level}>
              ${this.heading}
            </h2>`
      }
      <slot name="intro"></slot>
      <p class="hidden" role="status">${isMoreComing ? messages?.('finder.loading') : ''}</p>
      ${this.#body()}
    </div>`;
  }

  #body(): TemplateResult {
    const { state } = this.#controller;
    if (state.at === 'unusable') return html`<slot></slot>`;
    if (state.at === 'failed') return this.#failed(state.failure);
    const view = state.at === 'ready' ? this.#view(state) : undefined;
    if (state.at === 'loading' || !view) return waiting(state.request);
    const { search, opened } = state;
    const name = foundIn(search)?.page.items.find(({ id }) => id === opened?.id)?.name;
    const { language } = this;
    return html`<div
      class="found"
      lang=${language}
      dir=${directionOf(language)}
      aria-busy=${search.at === 'searching' ? 'true' : 'false'}
    >
      ${opened ? details(view, opened, name) : listPage(view)}
    </div>`;
  }

  // What the partner wrote inside the tag stays if the list cannot be loaded.
  #failed(failure: Failure): TemplateResult {
    const { messages, profile } = this.#controller;
    const tryAgain = (): void => void this.#controller.load();
    return html`${
        messages
          ? html`<div lang=${this.language} dir=${directionOf(this.language)}>
              ${failureNotice(failure, messages, profile?.service, tryAgain, this.#level + 1)}
            </div>`
          : nothing
      }<slot></slot>`;
  }

  #view(state: ReadyList): ListView | undefined {
    const view = this.#controller.activityView();
    return (
      view && {
        ...view,
        state,
        language: this.language,
        level: this.#level,
        shortlist: undefined,
        labelledBy: this.heading === '' ? '' : 'heading',
        finderAt: (place) => this.#controller.finderAt(place),
        dispatch: this.#controller.dispatch,
      }
    );
  }

  get #level(): number {
    return levels.includes(this.headingLevel) ? this.headingLevel : defaultLevel;
  }
}

const waiting = ({ query, pageSize }: ListRequest): TemplateResult =>
  waitingPage(Math.min(query.ids.length || pageSize, pageSize));

declare global {
  interface HTMLElementTagNameMap {
    'kith-activity-list': ActivityList;
  }
}
