import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import type { Intake } from '../../client/backend.js';
import type { Failure } from '../../client/failure.js';
import { httpIntake } from '../../client/http-intake.js';
import { reportSetting, resolveSettings } from '../../client/settings.js';
import {
  type Audience,
  type OrganisationKind,
  audiences,
  organisationKinds,
} from '../../contract/audience.js';
import type { RawAnswer } from '../../contract/question.js';
import type { ReferralActivity } from '../../contract/referral.js';
import type { ServiceProfile } from '../../contract/service-profile.js';
import { PageHistory } from '../../controllers/page-history.js';
import { PracticeSearch } from '../../controllers/practice-search.js';
import { type LoadedForm, forget, preload } from '../../controllers/preload.js';
import {
  type JourneyHost,
  ReferralJourneyController,
} from '../../controllers/referral-journey-controller.js';
import { directionOf } from '../../i18n/language.js';
import { type FormMessages, wordsOf } from '../../i18n/words.js';
import { type JourneyState, hasAnswers, pageOf } from '../../machines/referral-journey-state.js';
import { focusAndReveal } from '../../shared/focus-and-reveal.js';
import { emit } from '../../shared/emit.js';
import { type Result, failed } from '../../shared/result.js';
import { buttonStyles } from '../../view/button.styles.js';
import { failureNotice } from '../../view/failure-notice.js';
import { fieldStyles } from '../../view/field.styles.js';
import { formStyles } from '../../view/form.styles.js';
import { safetyStyles } from '../../view/safety.styles.js';
import { maskClasses } from '../../view/mask.js';
import { textStyles } from '../../view/text.styles.js';
import { SafeElement } from '../safe-element.js';
import { LanguageController } from '../language-controller.js';
import { checkPage } from './check-page.js';
import type { FormView } from './form-view.js';
import { questionPage } from './question-page.js';
import { ReferralSentEvent } from './referral-form.events.js';
import { sentPage } from './sent-page.js';
import { startPage } from './start-page.js';
import { stopPage } from './stop-page.js';
import { waitPage } from './wait-page.js';
import { whoPage } from './who-page.js';

/**
 * The form with which a person refers themself, somebody close to them, or somebody they work with to a link worker.
 * @summary Refer yourself or somebody else to social prescribing.
 * @tag kith-referral-form
 * @slot - Shown until the form is there: a link to the service's own page, a phone number.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - What a partner says first, on the page with which the form begins.
 * @slot footer - What a partner says below.
 * @fires {ReferralSentEvent} kith-referral-sent - A referral is safely stored; carries the reference only.
 * @csspart form - The whole form.
 * @csspart title - The title of a page.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A line or box of text.
 * @csspart choice - A box or button to choose, with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The button that goes on.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - What is wrong with a field.
 * @csspart summary - The list of what is wrong.
 * @csspart urgent - Help for whoever cannot wait.
 * @csspart notice - What the form could not do.
 * @csspart answers - The list of answers to check.
 * @csspart panel - The box that says that the referral was sent.
 * @csspart reference - The reference.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - What is said of a translation that nobody has checked.
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
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Who refers: `self`, `someone-close` or `professional`; without it the form asks. */
  for: Audience | '' = '';
  /** Name of the organisation whose page this is; stands in the form of a professional before they type. */
  organisation = '';
  /** Kind of that organisation, such as `housing-association`. */
  organisationKind: OrganisationKind | '' = '';
  /** Leaves the browser's history alone, for pages whose own scripts do not bear new entries in it. */
  withoutHistory = false;
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  intake: Intake | undefined = undefined;

  /** The activity that made the person ask; it goes along with the referral. */
  activity: ReferralActivity | undefined = undefined;

  readonly #journey = new ReferralJourneyController(this);
  readonly #spoken = new LanguageController(this, () => void this.#journey.speak());
  readonly #practices = new PracticeSearch(this, () => this.chosenIntake);
  readonly #history = new PageHistory(
    this,
    (position) => {
      if (position !== undefined) this.#journey.dispatch({ type: 'go-to', position });
      else this.#left?.();
    },
    () => !this.withoutHistory,
  );
  #wasLeftAlone = false;
  #left: (() => void) | undefined;
  #pressedOn: unknown;
  #messages: { readonly ready: LoadedForm; readonly messages: FormMessages } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('online', this.#noticeConnection);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('online', this.#noticeConnection);
  }

  /** @internal */
  get language(): string {
    return this.#spoken.language;
  }

  /** @internal */
  get chosenAudience(): Audience | undefined {
    return audiences.find((one) => one === this.for);
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
  get chosenIntake(): Intake | undefined {
    const settings = resolveSettings(this);
    return this.intake ?? (settings.ok ? httpIntake(settings.value) : undefined);
  }

  /** Whether the person has typed or chosen something that is not sent yet. */
  get hasAnswers(): boolean {
    return hasAnswers(this.#journey.state);
  }

  /** Whether a referral is on its way, which cannot be taken back. */
  get isSending(): boolean {
    return this.#journey.state.at === 'sending';
  }

  /** How many of the newest entries of the browser's history are this form's. */
  get historyDepth(): number {
    const { position } = this.#history;
    return position === undefined ? 0 : position + (this.#left ? 1 : 0);
  }

  /**
   * Gives the first page an entry of its own in the browser's history.
   * @param left is called when the person goes back from there
   */
  enter(left: () => void): void {
    this.#left = left;
    this.#history.push(0);
  }

  /** Takes up its place in the browser's history again, after a person has gone back out of it. */
  returnToHistory(): void {
    const { state } = this.#journey;
    this.#history.restore(state.at === 'sent' ? 0 : state.journey.position);
  }

  /** Forgets all answers and goes back to the start page. */
  override clear(): void {
    this.#practices.close();
    this.#journey.dispatch({ type: 'clear' });
  }

  protected override get safety(): ServiceProfile['safety'] | undefined {
    return this.#journey.context?.profile.safety;
  }

  protected override get safetyMessages(): FormMessages | undefined {
    return this.#journey.ready && this.#wordsFor(this.#journey.ready);
  }

  /** @internal */
  override get hasSomethingToClear(): boolean {
    return this.hasAnswers || this.#journey.state.at === 'sent';
  }

  /** @internal */
  override clearAfterTimeout(): void {
    if (this.isSending) return;
    this.clear();
    this.#wasLeftAlone = true;
    this.requestUpdate();
  }

  /** Moves the focus to the title of the page. */
  focusTitle(): void {
    const title = this.renderRoot.querySelector<HTMLElement>('#title');
    if (title) title.focus({ preventScroll: true });
    else this.#journey.focusTarget = 'title';
  }

  /** @internal */
  async load(again: boolean, audience: Audience): Promise<Result<LoadedForm, Failure>> {
    const resolved = resolveSettings(this);
    if (!resolved.ok) {
      void reportSetting(this.localName, resolved.failure);
      return failed({ kind: 'refused', status: 0 });
    }
    const reader = { language: this.language, for: audience };
    if (again) forget(resolved.value, reader);
    const ready = await preload(resolved.value, reader, this.intake);
    const wanted = this.chosenAudience;
    return ready.ok && wanted && !ready.value.profile.audiences.includes(wanted)
      ? this.#refuse()
      : ready;
  }

  // What a partner asks for and the service does not take is nobody's to fill in.
  #refuse(): Result<LoadedForm, Failure> {
    void reportSetting(this.localName, { name: 'for', value: this.for });
    return failed({ kind: 'refused', status: 0 });
  }

  /** @internal */
  pageAdded(position: number): void {
    this.#practices.close();
    this.#history.push(position);
  }

  /** @internal */
  referralSent(reference: string): void {
    emit(this, new ReferralSentEvent(reference));
  }

  protected override firstUpdated(): void {
    for (const type of ['beforeinput', 'input', 'keydown', 'keypress', 'keyup'])
      this.renderRoot.addEventListener(type, keepTyping);
    this.renderRoot.addEventListener('click', this.#ignoreSecond, { capture: true });
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
    const { ready, context, loadFailure, state } = this.#journey;
    if (!ready || !context) return this.#waiting(loadFailure);
    const view: FormView = {
      state,
      context,
      messages: this.#wordsFor(ready),
      language: ready.language,
      practices: this.#practices,
      activity: this.activity?.name,
      statusPage: this.#statusPage(ready),
      wasClearedByTimeout: this.#wasLeftAlone,
      chooseAgain: this.#journey.wasAsked
        ? () => {
            void this.#journey.choose(undefined);
          }
        : undefined,
      dispatch: (event) => {
        this.#wasLeftAlone = false;
        this.#journey.dispatch(event);
      },
      goBack: () => {
        this.#goBack();
      },
    };
    return html`<div
      class="root ${maskClasses}"
      part="form"
      lang=${ready.language}
      dir=${directionOf(ready.language)}
    >
      <div class="hidden" role="status">${statusWords(view)}</div>
      ${this.exitButton(view.messages)}
      <slot name="logo"></slot> ${this.#spoken.choiceBeside(ready.language)} ${this.#page(view)}
      <slot name="footer"></slot> ${this.inactivityWarning(view.messages)}
    </div>`;
  }

  #statusPage({ profile }: LoadedForm): string | undefined {
    const settings = resolveSettings(this);
    if (!profile.status || !settings.ok) return undefined;
    const { endpoint, partner } = settings.value;
    return `${endpoint}/status?partner=${partner}`;
  }

  // What the partner wrote inside the tag stays until the form is there, and if it does not come.
  #waiting(failure: Failure | undefined): TemplateResult {
    const messages = this.#journey.plainWords;
    return html`<div
      class="root waiting"
      part="form"
      lang=${this.language}
      dir=${directionOf(this.language)}
    >
      <p class="hidden" role="status">${messages?.(failure ? 'failure.title' : 'form.loading')}</p>
      ${
        failure && messages
          ? failureNotice(failure, messages, undefined, () => {
              void this.#journey.tryAgain();
            })
          : nothing
      }
      <slot></slot>
    </div>`;
  }

  #page(view: FormView): TemplateResult {
    const { state, messages } = view;
    const { toChooseFrom } = this.#journey;
    if (toChooseFrom.length > 0)
      return whoPage(messages, toChooseFrom, (audience) => {
        void this.#journey.choose(audience);
      });
    if (state.at === 'sent') return sentPage(view, state);
    const { journey } = state;
    const page = pageOf(journey);
    const pageView = { ...view, journey, issues: state.at === 'page' ? state.issues : [] };
    switch (page.kind) {
      case 'start':
        return startPage(view, page);
      case 'stop':
        return html`${this.#backLink(messages)}${stopPage(view, page.reason)}`;
      case 'check':
        return html`${this.#backLink(messages)}${checkPage(pageView)}`;
      case 'wait':
        return html`${this.#backLink(messages)}${waitPage(view, journey)}`;
      case 'question': {
        const asked = view.context.pages.find(({ id }) => id === page.id);
        return html`${this.#backLink(messages)}${asked ? questionPage(pageView, asked) : nothing}`;
      }
    }
  }

  #backLink(messages: FormMessages): TemplateResult {
    return html`<button
      type="button"
      class="link back"
      part="button link-button"
      @click=${() => {
        this.#goBack();
      }}
    >
      ${messages('action.back')}
    </button>`;
  }

  #goBack(): void {
    const { state } = this.#journey;
    if (state.at === 'sent') return;
    const { position } = state.journey;
    if (position > 0 && !this.#history.back(position))
      this.#journey.dispatch({ type: 'go-to', position: position - 1 });
  }

  #wordsFor(ready: LoadedForm): FormMessages {
    if (this.#messages?.ready !== ready)
      this.#messages = {
        ready,
        messages: wordsOf(
          ready.catalogue,
          ready.profile.wording,
          ready.for === 'self' ? [] : [ready.for, 'other'],
        ),
      };
    return this.#messages.messages;
  }

  // The second press of a double one falls on whatever the next page has there, and must not answer it.
  readonly #ignoreSecond = (event: Event): void => {
    const { state } = this.#journey;
    const page = state.at === 'sent' ? state : pageOf(state.journey);
    if (!(event instanceof MouseEvent) || event.detail < 2) this.#pressedOn = page;
    else if (this.#pressedOn !== page) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  // Whoever lost the connection need not guess when it is back.
  readonly #noticeConnection = (): void => {
    if (!this.#journey.ready) void this.#journey.load(true);
  };
}

// What a person types concerns no one else: neither the page's shortcuts nor its listeners hear it. Escape
// goes on, to the dialog around the form.
function keepTyping(event: Event): void {
  if (!(event instanceof KeyboardEvent && event.key === 'Escape')) event.stopPropagation();
}

function statusWords({ state, messages }: FormView): string {
  const busy: Readonly<Partial<Record<JourneyState['at'], string>>> = {
    'checking-area': messages('action.checking'),
    sending: messages('action.sending'),
  };
  return busy[state.at] ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-referral-form': ReferralForm;
  }
}
