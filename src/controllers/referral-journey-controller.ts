import type { ReactiveControllerHost } from 'lit';
import type { Intake } from '../client/backend.js';
import type { Failure } from '../client/failure.js';
import type { Audience } from '../contract/audience.js';
import { localDate } from '../contract/date.js';
import type { RawAnswer } from '../contract/question.js';
import type { Referral, ReferralActivity } from '../contract/referral.js';
import { answersOf } from '../machines/referral-journey-answers.js';
import {
  type AreaAsked,
  type Journey,
  type JourneyContext,
  type JourneyEvent,
  type JourneyState,
  newJourney,
  pageOf,
} from '../machines/referral-journey-state.js';
import { next } from '../machines/referral-journey.js';
import { loadCatalogue } from '../i18n/language.js';
import { type FormMessages, wordsOf } from '../i18n/words.js';
import { randomKey } from '../shared/random-key.js';
import type { Result } from '../shared/result.js';
import type { LoadedForm } from './preload.js';

/** What of a form should take the focus after a change. */
export type FocusTarget = 'title' | 'summary' | 'failure';

/** What the controller needs of its element. */
export interface JourneyHost extends ReactiveControllerHost {
  /** The backend, or nothing when a setting is wrong. */
  readonly chosenIntake: Intake | undefined;
  /** The language of the words that are shown. */
  readonly language: string;
  /** Who refers, as the page says; nothing where it does not. */
  readonly chosenAudience: Audience | undefined;
  /** What the page knows of whoever refers, by question. */
  readonly preset: Readonly<Record<string, RawAnswer>>;
  /** The activity that the person asks about. */
  readonly activity: ReferralActivity | undefined;
  load(again: boolean, audience: Audience): Promise<Result<LoadedForm, Failure>>;
  /** The person has come to a new page. */
  pageAdded(position: number): void;
  referralSent(reference: string): void;
}

/** Owns the state of a referral, does what entering a state asks for, and has the element drawn again. */
export class ReferralJourneyController {
  state: JourneyState = newJourney;
  ready: LoadedForm | undefined;
  /** Why the form itself could not be loaded. */
  loadFailure: Failure | undefined;
  /** FormWords without the service's own, for as long as its profile is not there. */
  plainWords: FormMessages | undefined;
  /** Taken by the element once it is drawn. */
  focusTarget: FocusTarget | undefined;
  readonly #host: JourneyHost;
  #audience: Audience | undefined;
  #attempt: { readonly body: string; readonly key: string } | undefined;

  constructor(host: JourneyHost) {
    this.#host = host;
  }

  /** The host speaks a language, perhaps another one than what is shown is in. */
  async speak(): Promise<void> {
    if (this.ready?.language !== this.#host.language) await this.load(false);
  }

  /** What the machine is told of the world. */
  get context(): JourneyContext | undefined {
    if (!this.ready) return undefined;
    // The device's own date: formatting one for another time zone costs an old phone 50 ms, and the backend,
    // which checks again, knows the service's.
    const { profile, for: audience, pages } = this.ready;
    const { preset } = this.#host;
    return { profile, for: audience, pages, preset, today: localDate(new Date()) };
  }

  /** Who refers, as far as anybody has said; of a service that takes one kind of referral nobody has to. */
  get audience(): Audience | undefined {
    const audiences = this.ready?.profile.audiences ?? [];
    const said = this.#host.chosenAudience ?? this.#audience;
    return said ?? (audiences.length === 1 ? audiences[0] : undefined);
  }

  /** The kinds of referral to choose from; none where that is decided. */
  get toChooseFrom(): readonly Audience[] {
    return this.audience === undefined ? (this.ready?.profile.audiences ?? []) : [];
  }

  /** Whether the person was asked who refers, and can say it anew. */
  get wasAsked(): boolean {
    return this.#host.chosenAudience === undefined && this.#audience !== undefined;
  }

  /** The person says who refers, or takes that back. */
  async choose(audience: Audience | undefined): Promise<void> {
    this.#audience = audience;
    if (audience !== undefined && audience !== this.ready?.for) {
      this.state = newJourney;
      await this.load(false);
    }
    this.focusTarget = 'title';
    this.#host.requestUpdate();
  }

  /** Loads the service's profile, the questions and the words. */
  async load(again: boolean): Promise<void> {
    const { language } = this.#host;
    const loaded = await this.#host.load(again, this.audience ?? 'self');
    // The language was chosen anew meanwhile, and that is on its way.
    if (language !== this.#host.language) return;
    if (loaded.ok) this.ready = loaded.value;
    else if (!this.ready) await this.#loadPlainWords();
    this.loadFailure = loaded.ok || this.ready ? undefined : loaded.failure;
    // Only now is it known that the service takes but one kind of referral.
    if (loaded.ok && this.audience !== undefined && this.audience !== loaded.value.for)
      await this.load(false);
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
    const answer = await this.#host.chosenIntake?.coverage({
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
