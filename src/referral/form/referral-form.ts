import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { type ReferralApi, httpReferralApi } from '../api/referral-api.js';
import { address } from '../../core/backend/http.js';
import type { Failure } from '../../core/backend/failure.js';
import { resolveSettings } from '../../core/backend/settings.js';
import {
  type Audience,
  type OrganisationKind,
  organisationKinds,
} from '../../core/service/audience.js';
import type { RawAnswer } from '../contract/questions/question.js';
import type { ReferralActivity } from '../contract/referral.js';
import type { ServiceProfile } from '../../core/service/service-profile.js';
import { ignoreDoubleClicks, keepTypingInside } from './event-guards.js';
import { JourneyHistory } from '../journey/journey-history.js';
import { PracticeSearch } from './practice-search.js';
import type { LoadedForm } from '../journey/load-form.js';
import {
  type JourneyHost,
  ReferralJourneyController,
} from '../journey/referral-journey-controller.js';
import { directionOf } from '../../i18n/language.js';
import type { FormMessages } from '../../i18n/messages.js';
import type { NotLoaded } from '../../core/element/load-state.js';
import { hasAnswers, pageOf } from '../journey/journey-state.js';
import { emit } from '../../core/emit.js';
import { focusAndReveal } from '../../core/focus-and-reveal.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import { failureNotice } from '../../core/view/failure-notice.js';
import { fieldStyles } from '../../form/field.styles.js';
import { formStyles } from '../../form/form.styles.js';
import { maskClasses } from '../../core/safety/mask.js';
import { safetyStyles } from '../../core/safety/safety.styles.js';
import { textStyles } from '../../core/view/text.styles.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { notLoaded } from '../../core/element/not-loaded.js';
import { SafeElement } from '../../core/safety/safe-element.js';
import { callStatus, currentPage } from './pages/current-page.js';
import type { FormView } from './pages/form-view.js';
import { ReferralSentEvent } from './referral-form.events.js';

/**
 * The form with which a person refers themself, someone close to them, or someone they work with to a link worker.
 * @summary Refer yourself or someone else to social prescribing.
 * @tag kith-referral-form
 * @slot - Shown until the form is loaded: a link to the service's own page, a phone number.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - A partner's introduction, on the first page of the form.
 * @slot footer - A partner's own content below the form.
 * @fires {ReferralSentEvent} kith-referral-sent - A referral is safely stored; carries the reference only.
 * @csspart form - The whole form.
 * @csspart title - The title of a page.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A single-line or multi-line text field.
 * @csspart choice - A checkbox or radio button with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The button that continues.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - The error message of a field.
 * @csspart summary - The error summary.
 * @csspart urgent - Urgent help for people who cannot wait.
 * @csspart notice - A notice that something failed.
 * @csspart answers - The list of answers to check.
 * @csspart panel - The confirmation that the referral was sent.
 * @csspart reference - The reference.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice on a translation that no native speaker has reviewed.
 */
export class ReferralForm extends SafeElement implements JourneyHost {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    formStyles,
    safetyStyles,
  ];

  static override readonly properties = {
    endpoint: {},
    partner: {},
    for: {},
    organisation: {},
    organisationKind: { attribute: 'organisation-kind' },
    withoutHistory: { type: Boolean, attribute: 'without-history' },
    intake: { attribute: false },
    activity: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner whose page this is on; without it, that of the script. */
  partner = '';
  /** Who refers: `self`, `someone-close` or `professional`; without it the form asks. */
  for: Audience | '' = '';
  /** Name of the organisation whose page this is; the form for professionals starts with it filled in. */
  organisation = '';
  /** Kind of that organisation, such as `housing-association`. */
  organisationKind: OrganisationKind | '' = '';
  /** Adds nothing to the browser's history, for pages whose own scripts cannot handle additional entries. */
  withoutHistory = false;
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  intake: ReferralApi | undefined = undefined;

  /** The activity that led the person to refer; it is sent with the referral. */
  activity: ReferralActivity | undefined = undefined;

  readonly #journey = new ReferralJourneyController(this);
  readonly #language = new LanguageController(this, () => void this.#journey.follow());
  readonly #practices = new PracticeSearch(this, () => this.referralApi);
  readonly #history = new JourneyHistory(this, this.#journey, () => !this.withoutHistory);
  #wasClearedByTimeout = false;

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepTypingInside(root);
    ignoreDoubleClicks(root, () => this.#currentPage);
    return root;
  }

  /** @internal */
  get language(): string {
    return this.#language.language;
  }

  /** @internal */
  get preset(): Readonly<Record<string, RawAnswer>> {
    const kind = organisationKinds.find((one) => one === this.organisationKind);
    return {
      referrer: {
        ...(kind === undefined ? {} : { kind }),
        ...(this.organisation === '' ? {} : { organisation: this.organisation }),
      },
    };
  }

  /** @internal */
  get referralApi(): ReferralApi | undefined {
    const settings = resolveSettings(this);
    return this.intake ?? (settings.ok ? httpReferralApi(settings.value) : undefined);
  }

  /** Whether the person has typed or chosen something that is not sent yet. */
  get hasAnswers(): boolean {
    return hasAnswers(this.#journey.state);
  }

  /** Whether a referral is being sent, which cannot be cancelled. */
  get isSending(): boolean {
    return this.#journey.state.at === 'sending';
  }

  /** How many of the newest entries of the browser's history belong to this form. */
  get historyDepth(): number {
    return this.#history.depth;
  }

  /**
   * Gives the first page an entry of its own in the browser's history.
   * @param leave is called when the person goes back from there
   */
  enter(leave: () => void): void {
    this.#history.enter(leave);
  }

  /** Adds the form's entries to the browser's history again, after the person has gone back past them. */
  returnToHistory(): void {
    this.#history.restore();
  }

  /** Clears all answers and returns to the start page. */
  override clear(): void {
    this.#practices.close();
    this.#journey.dispatch({ type: 'clear' });
  }

  /** Moves the focus to the title of the page. */
  focusTitle(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    if (title) title.focus({ preventScroll: true });
    else this.#journey.focusTarget = 'title';
  }

  protected override get safety(): ServiceProfile['safety'] | undefined {
    return this.#journey.form?.profile.safety;
  }

  protected override get safetyMessages(): FormMessages | undefined {
    return this.#journey.form?.messages;
  }

  /** @internal */
  override get hasSomethingToClear(): boolean {
    return this.hasAnswers || this.#journey.state.at === 'sent';
  }

  /** @internal */
  override clearAfterTimeout(): void {
    if (this.isSending) return;
    this.clear();
    this.#wasClearedByTimeout = true;
    this.requestUpdate();
  }

  /** @internal */
  pageAdded(position: number): void {
    this.#practices.close();
    this.#history.add(position);
  }

  /** @internal */
  referralSent(reference: string): void {
    emit(this, new ReferralSentEvent(reference));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('for') && this.hasUpdated) void this.#journey.follow();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const target = this.#journey.focusTarget;
    const place =
      target === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`#${target}`);
    if (!place) return;
    this.#journey.focusTarget = undefined;
    focusAndReveal(place);
  }

  override render(): TemplateResult {
    const { loadState } = this.#journey;
    if (loadState.at !== 'ready') return this.#notLoaded(loadState);
    const form = loadState.loaded;
    const { loadFailure } = this.#journey;
    if (this.#journey.isWaitingForAudience)
      return this.#notLoaded(
        loadFailure
          ? { at: 'failed', failure: loadFailure, messages: form.messages }
          : { at: 'loading' },
      );
    const view = this.#view(form);
    return html`<div
      class="root ${maskClasses}"
      part="form"
      lang=${form.language}
      dir=${directionOf(form.language)}
    >
      <div class="hidden" role="status">${callStatus(view)}</div>
      ${this.exitButton(form.messages)}
      <slot name="logo"></slot> ${this.#language.languageChoice(form.language)}
      ${loadFailure ? this.#loadFailed(loadFailure, form) : nothing} ${currentPage(view)}
      <slot name="footer"></slot> ${this.inactivityWarning(form.messages)}
    </div>`;
  }

  #notLoaded(loadState: NotLoaded<FormMessages>): TemplateResult {
    return html`<div
      class="root waiting"
      part="form"
      lang=${this.language}
      dir=${directionOf(this.language)}
    >
      ${notLoaded(loadState, () => {
        void this.#journey.tryAgain();
      })}
    </div>`;
  }

  #loadFailed(failure: Failure, { messages }: LoadedForm): TemplateResult {
    const tryAgain = (): void => void this.#journey.tryAgain();
    return failureNotice(failure, messages, undefined, tryAgain, nothing, 'load-failure');
  }

  #view(form: LoadedForm): FormView {
    const journey = this.#journey;
    return {
      state: journey.state,
      context: journey.contextOf(form),
      messages: form.messages,
      language: form.language,
      practices: this.#practices,
      activity: this.activity?.name,
      statusPage: this.#statusPage(form),
      wasClearedByTimeout: this.#wasClearedByTimeout,
      audiences: journey.audiencesToChooseFrom,
      choose: (audience) => {
        void journey.choose(audience);
      },
      chooseAgain: journey.canChooseAgain
        ? () => {
            void journey.choose(undefined);
          }
        : undefined,
      dispatch: (event) => {
        this.#wasClearedByTimeout = false;
        journey.dispatch(event);
      },
      goBack: () => {
        this.#history.goBack();
      },
    };
  }

  get #currentPage(): unknown {
    const { state } = this.#journey;
    return state.at === 'sent' ? state : pageOf(state.journey);
  }

  #statusPage({ profile }: LoadedForm): string | undefined {
    const settings = resolveSettings(this);
    return profile.status && settings.ok ? address(settings.value, { path: '/status' }) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-referral-form': ReferralForm;
  }
}
