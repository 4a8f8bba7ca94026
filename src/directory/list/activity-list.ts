import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { DirectoryApi } from '../api/directory-api.js';
import type { Failure } from '../../core/backend/failure.js';
import type { ActivitySummary } from '../contract/activity.js';
import { emptyQuery } from '../contract/activity-query.js';
import type { DirectoryProfile } from '../contract/directory.js';
import { ListController, defaultUrlKey } from './list-controller.js';
import { levels } from './list-settings.js';
import { directionOf } from '../../i18n/language.js';
import type { FinderMessages } from '../../i18n/messages.js';
import { foundIn, searchFailure } from '../activity/state/search-state.js';
import type { ListEvent, ReadyList, ListRequest } from './list-state.js';
import { failureOf, notShared } from '../activity/state/opened-activity-state.js';
import { drawQrCode, sharingActions } from '../activity/sharing-actions.js';
import { details } from '../activity/activity-details.js';
import type { ActivityActions } from '../activity/activity-view.js';
import { styles as activityStyles } from '../activity/activity.styles.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import { openFormAbout } from '../../referral/opener/open-form-about.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { ThemedElement } from '../../core/element/themed-element.js';
import { styles } from './activity-list.styles.js';
import { listPage, waitingPage } from './list-page.js';
import type { ListView } from './list-view.js';

const defaultLevel = 2;

// What changes what is asked for.
const queryProperties = [
  'endpoint',
  'partner',
  'directory',
  'source',
  'ids',
  'query',
  'limit',
] as const;

// A page may take an attribute away again, which is as if it had never been there.
const text = (value: string | null): string => value ?? '';
const count = (value: string | null): number => Number(value ?? 0);
const level = (value: string | null): number => Number(value ?? defaultLevel);
const key = (value: string | null): string => value ?? defaultUrlKey;

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

  // The heading and what stands in the slots run as the page does; the rest as its own words do.
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
    const { state, messages, profile } = this.#controller;
    if (state.at === 'unusable') return html`<slot></slot>`;
    if (state.at === 'failed') return this.#failed(state.failure);
    if (state.at === 'loading' || !messages || !profile) return waiting(state.request);
    const { language } = this;
    const view = this.#view(state, messages, profile);
    return html`<div
      class="found"
      lang=${language}
      dir=${directionOf(language)}
      aria-busy=${state.search.at === 'searching' ? 'true' : 'false'}
    >
      ${state.opened ? details(view) : listPage(view)}
    </div>`;
  }

  // What the partner wrote inside the tag stays if the list does not come.
  #failed(failure: Failure): TemplateResult {
    const { messages, profile } = this.#controller;
    return html`${
        messages
          ? html`<div lang=${this.language} dir=${directionOf(this.language)}>
              ${failureNotice(
                failure,
                messages,
                profile?.service,
                this.#actions.tryAgain,
                this.#level + 1,
              )}
            </div>`
          : nothing
      }<slot></slot>`;
  }

  #view(state: ReadyList, messages: FinderMessages, profile: DirectoryProfile): ListView {
    const { search, request, shownCount, opened } = state;
    const { items = [], next, total = 0 } = foundIn(search)?.page ?? {};
    const isMore = items.length > shownCount || next !== undefined;
    const detailed = opened?.at === 'ready' ? opened : undefined;
    return {
      messages,
      profile,
      language: this.language,
      timeZone: profile.timeZone,
      items: items.slice(0, shownCount).map(withoutDistance),
      total,
      labelledBy: this.heading === '' ? '' : 'heading',
      level: this.#level,
      failure: opened ? failureOf(opened) : searchFailure(search),
      detail: detailed?.detail,
      opening: items.find(({ id }) => id === opened?.id)?.name,
      report: detailed?.report ?? { is: 'closed' },
      saving: undefined,
      share: { ...(detailed?.share ?? notShared), url: this.#controller.link },
      calendar: (id) => this.#controller.directory?.calendar(id),
      finder: this.#controller.finderAt({
        query: isMore ? request.query : emptyQuery,
        activity: '',
      }),
      more: isMore ? this.#actions.more : undefined,
      actions: this.#actions,
    };
  }

  readonly #dispatch = (event: ListEvent): void => {
    this.#controller.dispatch(event);
  };

  readonly #actions: ActivityActions & { readonly more: () => void } = {
    open: (id) => {
      this.#dispatch({ type: 'open', id });
    },
    back: () => {
      this.#dispatch({ type: 'back' });
    },
    tryAgain: () => {
      this.#controller.tryAgain();
    },
    more: () => {
      this.#dispatch({ type: 'more' });
    },
    ask: (activity) => void openFormAbout(this, activity),
    ...sharingActions(this, this.#dispatch, () => this.#controller.link),
  };

  get #level(): number {
    return levels.includes(this.headingLevel) ? this.headingLevel : defaultLevel;
  }
}

const waiting = ({ query, pageSize }: ListRequest): TemplateResult =>
  waitingPage(Math.min(query.ids.length || pageSize, pageSize));

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
