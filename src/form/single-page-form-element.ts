import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Desk } from './desk.js';
import type { Failure } from '../core/backend/failure.js';
import { httpDesk } from './http-desk.js';
import { reportSetting, resolveSettings } from '../core/backend/settings.js';
import type { Audience } from '../core/service/audience.js';
import { localDate } from '../core/contract/date.js';
import type { QuestionContext } from '../referral/contract/questions/question.js';
import type { ServiceProfile } from '../core/service/service-profile.js';
import { NextFocus } from '../core/element/next-focus.js';
import { directionOf, loadCatalogue } from '../i18n/language.js';
import type { Part } from '../i18n/part.js';
import type { FormKey } from '../i18n/generated/keys.js';
import { type FormMessages, type Words, wordsOf } from '../i18n/messages.js';
import { type LoadEvent, type LoadState, afterLoad } from '../core/element/load-state.js';
import { pageTitle } from './field.js';
import { withPhone } from '../core/view/linked.js';
import { maskClasses } from '../core/safety/mask.js';
import { LanguageController } from '../core/language/language-controller.js';
import { notLoaded } from '../core/element/not-loaded.js';
import { SafeElement } from '../core/safety/safe-element.js';

type Messages<Key extends string> = Words<FormKey | Key>;

/** What is loaded before a form of one page can be shown. */
export interface LoadedService<Key extends string> {
  readonly profile: ServiceProfile;
  readonly messages: Messages<Key>;
  /** The language of the messages. */
  readonly language: string;
}

/**
 * An element with a form of one page that is sent to the service.
 * @template Key of the messages of the element besides those of all forms
 */
export abstract class SinglePageFormElement<Key extends string> extends SafeElement {
  static override readonly properties: Readonly<Record<string, object>> = {
    endpoint: {},
    partner: {},
    desk: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner whose page this is on; without it, that of the script. */
  partner = '';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  desk: Desk | undefined = undefined;

  protected readonly nextFocus = new NextFocus(this);
  readonly #language = new LanguageController(this, () => void this.#load());
  #loadState: LoadState<LoadedService<Key>, Messages<Key>> = { at: 'loading' };

  /** The messages of the element besides those of all forms. */
  protected abstract readonly catalogue: Part;
  /** Whether the service offers what the form is for. */
  protected abstract isOffered(profile: ServiceProfile): boolean;
  /** The form, or its reply. */
  protected abstract page(service: LoadedService<Key>): TemplateResult;
  /** Loads what the form needs besides profile and messages, and returns why that failed. */
  protected loadMore(_desk: Desk): Promise<Failure | undefined> {
    return Promise.resolve(undefined);
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

  protected get chosenDesk(): Desk | undefined {
    const settings = resolveSettings(this);
    const { language } = this.#language;
    return this.desk ?? (settings.ok ? httpDesk({ ...settings.value, language }) : undefined);
  }

  protected contextFor({ profile }: LoadedService<Key>, audience: Audience): QuestionContext {
    const today = localDate(new Date());
    return { profile, for: audience, pages: [], answers: {}, today };
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
          : html`${this.#language.choiceBeside(this.language)}
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
    return html`${this.exitButton(messages)}
      <slot name="logo"></slot> ${this.#language.choiceBeside(this.language)}
      <slot name="intro"></slot> ${this.page(service)}
      <slot name="footer"></slot> ${this.inactivityWarning(messages)}`;
  }

  #notOffered({ messages, profile: { service } }: LoadedService<Key>): TemplateResult {
    return html`${this.#language.choiceBeside(this.language)}
      ${pageTitle(messages('failure.title'))}
      <p>${messages('failure.refused')}</p>
      <p>${withPhone(messages, 'failure.call', service.phone, { hours: service.hours })}</p>`;
  }

  async #load(): Promise<void> {
    // A framework sets properties after it has created the element; they are set by the first update.
    await this.updateComplete;
    const settings = resolveSettings(this);
    if (!settings.ok && !this.desk) void reportSetting(this.localName, settings.failure);
    const { language } = this.#language;
    if (language === this.#service?.language) return;
    this.#onLoad({ type: 'load' });
    const outcome = await this.#loaded(language);
    if (language === this.#language.language) this.#onLoad(outcome);
  }

  async #loaded(language: string): Promise<LoadEvent<LoadedService<Key>, Messages<Key>>> {
    const desk = this.chosenDesk;
    const [form, part, profile, failureOfMore] = await Promise.all([
      loadCatalogue(language).catch(() => undefined),
      loadCatalogue(language, this.catalogue).catch(() => undefined),
      desk?.profile(),
      desk && this.loadMore(desk),
    ]);
    const wording = profile?.ok ? profile.value.wording : {};
    const messages = form && wordsOf<FormKey | Key>({ ...form, ...part }, wording);
    if (!messages || !part) return { type: 'failed', failure: { kind: 'offline' }, messages };
    if (!profile) return { type: 'failed', failure: { kind: 'refused', status: 0 }, messages };
    if (!profile.ok) return { type: 'failed', failure: profile.failure, messages };
    if (failureOfMore) return { type: 'failed', failure: failureOfMore, messages };
    return { type: 'loaded', loaded: { messages, language, profile: profile.value } };
  }

  #onLoad(event: LoadEvent<LoadedService<Key>, Messages<Key>>): void {
    this.#loadState = afterLoad(this.#loadState, event);
    this.requestUpdate();
  }
}
