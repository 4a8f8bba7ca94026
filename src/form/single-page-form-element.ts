import { type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../core/backend/failure.js';
import type { HttpSettings } from '../core/backend/http.js';
import { reportSetting, resolveSettings } from '../core/backend/settings.js';
import type { Audience } from '../core/service/audience.js';
import { localDate } from '../core/contract/date.js';
import type { QuestionContext } from '../referral/contract/questions/question.js';
import type { ServiceApi } from '../core/backend/service-api.js';
import type { ServiceProfile } from '../core/service/service-profile.js';
import { NextFocus } from '../core/element/next-focus.js';
import { directionOf, loadCatalogue } from '../i18n/language.js';
import type { FormKey } from '../i18n/generated/keys.js';
import {
  type CataloguePart,
  type FormMessages,
  type Messages,
  messagesFrom,
} from '../i18n/messages.js';
import { type LoadEvent, type LoadState, afterLoad } from '../core/element/load-state.js';
import { pageTitle } from './field.js';
import { messageWithPhone } from '../core/view/contact-link.js';
import { maskClasses } from '../core/safety/mask.js';
import { LanguageController } from '../core/language/language-controller.js';
import { notLoaded } from '../core/element/not-loaded.js';
import { SafeElement } from '../core/safety/safe-element.js';
import { safetyStyles } from '../core/safety/safety.styles.js';
import { failureNotice } from '../core/view/failure-notice.js';
import { secondaryButton } from '../core/view/buttons.js';
import { buttonStyles } from '../core/view/button.styles.js';
import { textStyles } from '../core/view/text.styles.js';
import type { Result } from '../core/result.js';
import { fieldStyles } from './field.styles.js';
import { formStyles } from './form.styles.js';
import { SinglePageFormController } from './single-page-form-controller.js';
import type { UnsentForm } from './single-page-form-state.js';

type PageMessages<Key extends string> = Messages<FormKey | Key>;

/** What is loaded before a form of one page can be shown. */
export interface LoadedService<Key extends string> {
  readonly profile: ServiceProfile;
  readonly messages: PageMessages<Key>;
  /** The language of the messages. */
  readonly language: string;
}

/**
 * An element with a form of one page that is sent to the service.
 * @template Key of the messages of the element besides those of all forms
 * @template Api the API to which the form is sent
 * @template Answer the valid contents of the form
 * @template Reply what the API replies to them
 */
export abstract class SinglePageFormElement<
  Key extends string,
  Api extends ServiceApi,
  Answer,
  Reply,
> extends SafeElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    formStyles,
    safetyStyles,
  ];

  static override readonly properties: Readonly<Record<string, object>> = {
    endpoint: {},
    partner: {},
    api: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner whose page this is on; without it, that of the script. */
  partner = '';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  abstract api: Api | undefined;

  readonly #nextFocus = new NextFocus(this);
  protected readonly form = new SinglePageFormController<Answer, Reply>(
    this.#nextFocus,
    async (answer, key) => this.#api && this.send(this.#api, answer, key),
  );
  readonly #language = new LanguageController(this, () => void this.#load());
  #loadState: LoadState<LoadedService<Key>, PageMessages<Key>> = { at: 'loading' };

  /** The messages of the element besides those of all forms. */
  protected abstract readonly catalogue: CataloguePart;
  /** The message while the form is being sent. */
  protected abstract readonly sendingKey: FormKey | Key;
  /** Creates the API over HTTP. */
  protected abstract createApi(settings: HttpSettings): Api;
  /** Whether the service offers what the form is for. */
  protected abstract isOffered(profile: ServiceProfile): boolean;
  /** Sends an answer, with an idempotency key that stays the same for as long as the answer does. */
  protected abstract send(api: Api, answer: Answer, key: string): Promise<Result<Reply, Failure>>;
  /** The page with the form. */
  protected abstract formPage(service: LoadedService<Key>, state: UnsentForm): TemplateResult;
  /** The page with the reply. */
  protected abstract replyPage(service: LoadedService<Key>, reply: Reply): TemplateResult;
  /** Loads what the form needs besides profile and messages, and returns why that failed. */
  protected loadMore(_api: Api): Promise<Failure | undefined> {
    return Promise.resolve(undefined);
  }

  /** @internal */
  override get hasSomethingToClear(): boolean {
    return this.form.hasContents;
  }

  /** Clears what was typed, and the reply to it. */
  override clear(): void {
    this.form.clear();
  }

  /** @internal */
  override clearAfterTimeout(): void {
    this.clear();
  }

  /** @internal */
  get language(): string {
    return this.#service?.language ?? this.#language.language;
  }

  protected override get safety(): ServiceProfile['safety'] | undefined {
    return this.#service?.profile.safety;
  }

  protected override get safetyMessages(): FormMessages | undefined {
    return this.#service?.messages;
  }

  get #api(): Api | undefined {
    const settings = resolveSettings(this);
    const { language } = this.#language;
    return this.api ?? (settings.ok ? this.createApi({ ...settings.value, language }) : undefined);
  }

  protected contextFor({ profile }: LoadedService<Key>, audience: Audience): QuestionContext {
    const today = localDate(new Date());
    return { profile, for: audience, pages: [], answers: {}, today };
  }

  /** The button that shows the empty form again. */
  protected startAgainButton(label: string): TemplateResult {
    return secondaryButton(label, () => {
      this.form.clear();
      this.#nextFocus.moveTo('#title');
    });
  }

  override render(): TemplateResult {
    const state = this.#loadState;
    return html`<div
      class="root ${maskClasses} ${state.at === 'ready' ? '' : 'waiting'}"
      part="form"
      lang=${this.language}
      dir=${directionOf(this.language)}
    >
      ${
        state.at === 'ready'
          ? this.#content(state.loaded)
          : html`${this.#language.languageChoice(this.language)}
            ${notLoaded(state, () => {
              void this.#load();
            })}`
      }
    </div>`;
  }

  get #service(): LoadedService<Key> | undefined {
    return this.#loadState.at === 'ready' ? this.#loadState.loaded : undefined;
  }

  #content(service: LoadedService<Key>): TemplateResult {
    const { messages, profile } = service;
    if (!this.isOffered(profile)) return this.#notOffered(service);
    const { state } = this.form;
    return html`${this.exitButton(messages)}
      <slot name="logo"></slot> ${this.#language.languageChoice(this.language)}
      ${this.#loadFailed(service)}
      <slot name="intro"></slot>
      <p class="hidden" role="status">
        ${state.at === 'sending' ? messages(this.sendingKey) : nothing}
      </p>
      ${state.at === 'sent' ? this.replyPage(service, state.reply) : this.formPage(service, state)}
      <slot name="footer"></slot> ${this.inactivityWarning(messages)}`;
  }

  // Another language could not be loaded, so the one before it stays.
  #loadFailed({ messages, language }: LoadedService<Key>): TemplateResult | typeof nothing {
    const state = this.#loadState;
    const failure = state.at === 'ready' && language !== this.#language.language && state.failure;
    const tryAgain = (): void => void this.#load();
    return failure
      ? failureNotice(failure, messages, undefined, tryAgain, nothing, 'load-failure')
      : nothing;
  }

  #notOffered({ messages, profile }: LoadedService<Key>): TemplateResult {
    return html`${this.#language.languageChoice(this.language)}
      ${pageTitle(messages('failure.title'))}
      <p>${messages('failure.refused')}</p>
      <p>${messageWithPhone(messages, 'failure.call', profile.service)}</p>`;
  }

  async #load(): Promise<void> {
    // A framework sets properties after it has created the element; they are set by the first update.
    await this.updateComplete;
    const settings = resolveSettings(this);
    if (!settings.ok && !this.api) void reportSetting(this.localName, settings.failure);
    const { language } = this.#language;
    if (language === this.#service?.language) return;
    this.#onLoad({ type: 'load' });
    const outcome = await this.#loaded(language);
    if (language === this.#language.language) this.#onLoad(outcome);
  }

  async #loaded(language: string): Promise<LoadEvent<LoadedService<Key>, PageMessages<Key>>> {
    const api = this.#api;
    const [form, part, profile, failureOfMore] = await Promise.all([
      loadCatalogue(language).catch(() => undefined),
      loadCatalogue(language, this.catalogue).catch(() => undefined),
      api?.profile(),
      api && this.loadMore(api),
    ]);
    const wording = profile?.ok ? profile.value.wording : {};
    const messages = form && messagesFrom<FormKey | Key>({ ...form, ...part }, wording);
    if (!messages || !part) return { type: 'failed', failure: { kind: 'offline' }, messages };
    if (!profile) return { type: 'failed', failure: { kind: 'refused', status: 0 }, messages };
    if (!profile.ok) return { type: 'failed', failure: profile.failure, messages };
    if (failureOfMore) return { type: 'failed', failure: failureOfMore, messages };
    return { type: 'loaded', loaded: { messages, language, profile: profile.value } };
  }

  #onLoad(event: LoadEvent<LoadedService<Key>, PageMessages<Key>>): void {
    this.#loadState = afterLoad(this.#loadState, event);
    this.requestUpdate();
  }
}
