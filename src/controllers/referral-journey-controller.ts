import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Intake } from '../client/backend.js';
import type { Failure } from '../client/failure.js';
import { localDate } from '../contract/date.js';
import type { Referral, ReferralActivity } from '../contract/referral.js';
import { allAnswers } from '../contract/questions.js';
import { readShape } from '../contract/read-shape.js';
import {
  type Journey,
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  answersOf,
  newJourney,
  next,
  pageOf,
} from '../machines/referral-journey.js';
import { loadCatalogue } from '../i18n/language.js';
import { type FormWords, wordsOf } from '../i18n/words.js';
import type { Result } from '../shared/result.js';
import type { Ready } from './preload.js';

/** What of a form should take the focus after a change. */
export type FocusTarget = 'title' | 'summary' | 'failure';

/** What the controller needs of its element. */
export interface JourneyHost extends ReactiveControllerHost {
  /** The backend, or nothing when a setting is wrong. */
  readonly chosenIntake: Intake | undefined;
  /** The language of the words that are shown. */
  readonly language: string;
  /** The activity that the person asks about. */
  readonly activity: ReferralActivity | undefined;
  load(again: boolean): Promise<Result<Ready, Failure>>;
  /** The person has come to a new page. */
  pageAdded(position: number): void;
  referralSent(reference: string): void;
}

const randomKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Owns the state of a referral, does what entering a state asks for, and has the element drawn again. */
export class ReferralJourneyController implements ReactiveController {
  state: JourneyState = newJourney;
  ready: Ready | undefined;
  /** Why the form itself could not be loaded. */
  loadFailure: Failure | undefined;
  /** FormWords without the service's own, for as long as its profile is not there. */
  plainWords: FormWords | undefined;
  /** Taken by the element once it is drawn. */
  focusTarget: FocusTarget | undefined;
  readonly #host: JourneyHost;
  #attempt: { readonly body: string; readonly key: string } | undefined;

  constructor(host: JourneyHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.ready) void this.load(false);
  }

  /** What the machine is told of the world. */
  get context(): JourneyContext | undefined {
    if (!this.ready) return undefined;
    // The device's own date: formatting one for another time zone costs an old phone 50 ms, and the backend,
    // which checks again, knows the service's.
    return { profile: this.ready.profile, today: localDate(new Date()) };
  }

  /** Loads the service's profile and the words. */
  async load(again: boolean): Promise<void> {
    const loaded = await this.#host.load(again);
    if (loaded.ok) this.ready = loaded.value;
    else if (!this.ready) await this.#loadPlainWords();
    this.loadFailure = loaded.ok || this.ready ? undefined : loaded.failure;
    this.#host.requestUpdate();
  }

  /** Loads again because the person asked for it, who then is taken to what came of it. */
  async tryAgain(): Promise<void> {
    await this.load(true);
    this.focusTarget = this.loadFailure ? 'failure' : 'title';
    this.#host.requestUpdate();
  }

  async #loadPlainWords(): Promise<void> {
    const catalogue = await loadCatalogue(this.#host.language).catch(() => undefined);
    if (catalogue) this.plainWords = wordsOf(catalogue);
  }

  /** Tells the machine what happened. */
  dispatch(event: JourneyEvent): void {
    const { context } = this;
    if (!context) return;
    if (event.type === 'clear' && this.state.at !== 'sending') this.#attempt = undefined;
    const before = this.state;
    this.state = next(before, event, context);
    if (this.state === before) return;
    this.focusTarget = focusAfter(before, this.state) ?? this.focusTarget;
    this.#enter(before, context);
    this.#host.requestUpdate();
  }

  #enter(before: JourneyState, context: JourneyContext): void {
    const { state } = this;
    if (state.at === 'checking-area') void this.#checkArea(state.postcode);
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

  async #checkArea(postcode: string): Promise<void> {
    const answer = await this.#host.chosenIntake?.coverage(postcode);
    if (answer?.ok) this.dispatch({ type: 'area-known', postcode, covered: answer.value.covered });
    else if (answer) this.dispatch({ type: 'area-failed', postcode, failure: answer.failure });
  }

  async #send(journey: Journey, context: JourneyContext): Promise<void> {
    const answers = readShape(allAnswers, answersOf(journey, context));
    // Each was read by its shape before; anything else is a mistake of ours, and must not leave the page.
    if (!answers.ok) throw new TypeError('These are no answers');
    const referral: Referral = {
      for: 'self',
      language: this.#host.language,
      answers: answers.value,
      activity: this.#host.activity,
    };
    const sent = await this.#host.chosenIntake?.send(referral, this.#keyFor(referral));
    if (sent?.ok) this.dispatch({ type: 'sent', receipt: sent.value });
    else if (sent) await this.#notSent(sent.failure);
  }

  // The same answers keep their key, however often they are sent: an answer that was lost on its way
  // back must not make a second referral.
  #keyFor(referral: Referral): string {
    const body = JSON.stringify(referral);
    if (this.#attempt?.body !== body) this.#attempt = { body, key: randomKey() };
    return this.#attempt.key;
  }

  // A rejection can mean that the service changed its questions while somebody answered the old ones.
  async #notSent(failure: Failure): Promise<void> {
    if (failure.kind === 'rejected') await this.load(true);
    const isConsent =
      failure.kind === 'rejected' &&
      failure.issues.some((issue) => issue.code === 'permission.agreed.changed');
    this.dispatch(isConsent ? { type: 'consent-changed' } : { type: 'send-failed', failure });
  }
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
