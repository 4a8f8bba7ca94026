import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReferralApi } from '../api/referral-api.js';
import type { Failure } from '../../core/backend/failure.js';
import type { Audience } from '../../core/service/audience.js';
import { localDate } from '../../core/contract/date.js';
import type { RawAnswer } from '../contract/questions/question.js';
import type { Referral, ReferralActivity } from '../contract/referral.js';
import { loadCatalogue } from '../../i18n/language.js';
import { type FormMessages, messagesFrom } from '../../i18n/messages.js';
import { type LoadEvent, type LoadState, afterLoad } from '../../core/element/load-state.js';
import { answersOf } from './journey-answers.js';
import {
  type AreaAsked,
  type Journey,
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  newJourney,
  pageOf,
} from './journey-state.js';
import { next } from './referral-journey.js';
import { randomKey } from '../../core/random-key.js';
import { type FormSource, type LoadedForm, loadForm, prescribedAudience } from './load-form.js';

/** The id of what takes the focus after a change. */
export type FocusTarget = 'title' | 'summary' | 'failure' | 'load-failure';

/** What the controller needs of its element. */
export interface JourneyHost extends ReactiveControllerHost, FormSource {
  /** The backend; `undefined` where a setting cannot be used. */
  readonly referralApi: ReferralApi | undefined;
  /** What the page knows about the referrer, by question. */
  readonly preset: Readonly<Record<string, RawAnswer>>;
  /** The activity that the referral is about. */
  readonly activity: ReferralActivity | undefined;
  /** The person has reached a new page. */
  pageAdded(position: number): void;
  referralSent(reference: string): void;
}

/** Holds the state of a referral, makes the calls that a state requires, and requests updates of the element. */
export class ReferralJourneyController implements ReactiveController {
  state: JourneyState = newJourney;
  /** Whether profile, questions and messages are loaded. */
  loadState: LoadState<LoadedForm, FormMessages> = { at: 'loading' };
  /** What takes the focus once the element has been updated. */
  focusTarget: FocusTarget | undefined;
  readonly #host: JourneyHost;
  #chosenAudience: Audience | undefined;
  #attempt: { readonly body: string; readonly key: string } | undefined;

  constructor(host: JourneyHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('online', this.#reloadWhenOnline);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#reloadWhenOnline);
  }

  /** What is loaded; `undefined` until it is. */
  get form(): LoadedForm | undefined {
    return this.loadState.at === 'ready' ? this.loadState.loaded : undefined;
  }

  /** What the transitions depend on besides state and event. */
  contextOf(form: LoadedForm): JourneyContext {
    // The date of the device: formatting one for the service's time zone takes an old phone 50 ms, and the backend
    // checks the answers again with that.
    return { ...form, preset: this.#host.preset, today: localDate(new Date()) };
  }

  /** The kind of referrer, as far as it is decided by the page, by the person, or by a service that takes only one. */
  get audience(): Audience | undefined {
    const audiences = this.form?.profile.audiences ?? [];
    const chosen = prescribedAudience(this.#host) ?? this.#chosenAudience;
    return chosen ?? (audiences.length === 1 ? audiences[0] : undefined);
  }

  /** The kinds of referrer among which the person has to choose; none where the kind is decided and loaded. */
  get audiencesToChooseFrom(): readonly Audience[] {
    const isDecided = this.isWaitingForAudience || this.#isAudienceLoaded;
    return isDecided ? [] : (this.form?.profile.audiences ?? []);
  }

  /** Whether the questions that are loaded are those for the kind of referrer: no other form may be shown or sent. */
  get #isAudienceLoaded(): boolean {
    return this.audience !== undefined && this.audience === this.form?.for;
  }

  /** Whether there is nothing to show until the questions for a kind of referrer are loaded that nobody has to choose. */
  get isWaitingForAudience(): boolean {
    const isDecided = this.audience !== undefined && this.audience !== this.#chosenAudience;
    return isDecided && !this.#isAudienceLoaded;
  }

  /** Why what is wanted could not be loaded, and something else is still shown. */
  get loadFailure(): Failure | undefined {
    const { loadState } = this;
    const { language } = this.#host;
    if (loadState.at !== 'ready') return undefined;
    const isOther = loadState.loaded.for !== (this.audience ?? loadState.loaded.for);
    return isOther || loadState.loaded.language !== language ? loadState.failure : undefined;
  }

  /** Whether the person chose the kind of referrer, and can change it. */
  get canChooseAgain(): boolean {
    return prescribedAudience(this.#host) === undefined && this.#chosenAudience !== undefined;
  }

  /** Sets the kind of referrer, or `undefined` to let the person choose again. */
  async choose(audience: Audience | undefined): Promise<void> {
    this.#chosenAudience = audience;
    if (audience !== undefined && audience !== this.form?.for) await this.loadForm(false);
    this.focusTarget = this.loadFailure ? 'load-failure' : 'title';
    this.#host.requestUpdate();
  }

  /** Loads the form for the language and the prescribed kind of referrer of the element, unless it is loaded. */
  async follow(): Promise<void> {
    const { form } = this;
    const isLoaded =
      form?.language === this.#host.language && form.for === (this.audience ?? form.for);
    if (!isLoaded) await this.loadForm(false);
  }

  /** Loads the service's profile, the questions and the messages. */
  async loadForm(again: boolean): Promise<void> {
    const { language } = this.#host;
    const audience = this.audience ?? 'self';
    this.#onLoad({ type: 'load' });
    const loaded = await loadForm(this.#host, audience, again);
    // Another language was chosen in the meantime, and is loading.
    if (language !== this.#host.language) return;
    if (audience !== (this.audience ?? 'self')) {
      await this.loadForm(again);
      return;
    }
    if (loaded.ok) {
      // The answers to other questions do not belong in this form. A referral that is being sent gets its receipt.
      const isSent = this.state.at === 'sending' || this.state.at === 'sent';
      if (this.form && this.form.for !== audience && !isSent) this.state = newJourney;
      this.#onLoad({ type: 'loaded', loaded: loaded.value });
    } else {
      const messages = this.form ? undefined : await messagesOfFailure(language);
      this.#onLoad({ type: 'failed', failure: loaded.failure, messages });
    }
    // Only the loaded profile says that the service takes one kind of referral.
    if (loaded.ok && this.audience !== undefined && this.audience !== loaded.value.for)
      await this.loadForm(false);
  }

  /** Loads again at the person's request, and moves the focus to the outcome. */
  async tryAgain(): Promise<void> {
    await this.loadForm(true);
    if (this.loadFailure && !this.isWaitingForAudience) this.focusTarget = 'load-failure';
    else
      this.focusTarget = this.loadFailure || this.loadState.at === 'failed' ? 'failure' : 'title';
    this.#host.requestUpdate();
  }

  /** Applies an event to the state. */
  dispatch(event: JourneyEvent): void {
    const { form } = this;
    if (!form) return;
    const context = this.contextOf(form);
    if (event.type === 'clear' && this.state.at !== 'sending') this.#attempt = undefined;
    const before = this.state;
    this.state = next(before, event, context);
    if (this.state === before) return;
    this.focusTarget = focusAfter(before, this.state) ?? this.focusTarget;
    this.#enter(before, context);
    this.#host.requestUpdate();
  }

  #onLoad(event: LoadEvent<LoadedForm, FormMessages>): void {
    this.loadState = afterLoad(this.loadState, event);
    this.#host.requestUpdate();
  }

  #enter(before: JourneyState, context: JourneyContext): void {
    const { state } = this;
    if (state.at === 'checking-area') void this.#checkArea(state.asked, context);
    else if (state.at === 'sending') void this.#send(state.journey, context);
    else if (state.at === 'sent') {
      this.#attempt = undefined;
      this.#host.referralSent(state.receipt.reference);
    } else if (
      before.at !== 'sent' &&
      state.journey.position > 0 &&
      state.journey.trail !== before.journey.trail
    ) {
      this.#host.pageAdded(state.journey.position);
    }
  }

  async #checkArea(asked: AreaAsked, { for: audience }: JourneyContext): Promise<void> {
    const { postcode, practice = '' } = asked;
    const answer = await this.#host.referralApi?.coverage({
      postcode,
      for: audience,
      ...(practice === '' ? {} : { practice }),
    });
    if (answer?.ok) this.dispatch({ type: 'area-known', asked, coverage: answer.value });
    else if (answer) this.dispatch({ type: 'area-failed', asked, failure: answer.failure });
  }

  async #send(journey: Journey, context: JourneyContext): Promise<void> {
    const referral: Referral = {
      for: context.for,
      language: this.#host.language,
      answers: answersOf(journey, context),
      activity: this.#host.activity,
    };
    const sent = await this.#host.referralApi?.send(referral, this.#keyFor(referral));
    if (sent?.ok) this.dispatch({ type: 'sent', receipt: sent.value });
    else if (sent) await this.#notSent(sent.failure);
  }

  // The same answers are always sent with the same idempotency key: when a response was lost on its way back, sending
  // again must not create a second referral.
  #keyFor(referral: Referral): string {
    const body = JSON.stringify(referral);
    if (this.#attempt?.body !== body) this.#attempt = { body, key: randomKey() };
    return this.#attempt.key;
  }

  // After a rejection the profile is loaded again: the service may have changed its questions in the meantime.
  async #notSent(failure: Failure): Promise<void> {
    if (failure.kind === 'rejected') await this.loadForm(true);
    const isConsent =
      failure.kind === 'rejected' &&
      failure.issues.some((issue) => issue.code === 'permission.agreed.changed');
    this.dispatch(isConsent ? { type: 'consent-changed' } : { type: 'send-failed', failure });
  }

  readonly #reloadWhenOnline = (): void => {
    if (!this.form) void this.loadForm(true);
  };
}

// The messages without the service's own wording, which is part of its profile.
async function messagesOfFailure(language: string): Promise<FormMessages | undefined> {
  const catalogue = await loadCatalogue(language).catch(() => undefined);
  return catalogue && messagesFrom(catalogue);
}

function focusAfter(before: JourneyState, after: JourneyState): FocusTarget | undefined {
  if (after.at === 'sent') return 'title';
  if (after.at !== 'page') return undefined;
  if (after.issues.length > 0 && (before.at !== 'page' || after.issues !== before.issues))
    return 'summary';
  if (after.failure && before.at !== 'page') return 'failure';
  return before.at === 'sent' || pageOf(before.journey) !== pageOf(after.journey)
    ? 'title'
    : undefined;
}
