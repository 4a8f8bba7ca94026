import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Desk } from '../client/desk.js';
import type { Failure } from '../client/failure.js';
import { httpDesk } from '../client/http-desk.js';
import { reportSetting, resolveSettings } from '../client/settings.js';
import { localDate } from '../contract/date.js';
import type { Audience } from '../contract/audience.js';
import type { QuestionContext } from '../contract/question.js';
import type { ServiceProfile } from '../contract/service-profile.js';
import { NextFocus } from '../controllers/next-focus.js';
import { directionOf, loadCatalogue } from '../i18n/language.js';
import type { Part } from '../i18n/part.js';
import type { FormKey } from '../i18n/generated/keys.js';
import { type FormMessages, type Words, wordsOf } from '../i18n/words.js';
import { failureNotice } from '../view/failure-notice.js';
import { pageTitle } from '../view/field.js';
import { withPhone } from '../view/linked.js';
import { maskClasses } from '../view/mask.js';
import { SafeElement } from './safe-element.js';
import { LanguageController } from './language-controller.js';

/** What is loaded before a form of one page can be shown. */
export interface LoadedService<Key extends string> {
  readonly profile: ServiceProfile;
  readonly messages: Words<FormKey | Key>;
  /** The language of the words. */
  readonly language: string;
}

/**
 * An element with a form of one page that a service's desk answers.
 * @template Key of the words that stand beside those of the form
 */
export abstract class SinglePageFormElement<Key extends string> extends SafeElement {
  static override readonly properties: Readonly<Record<string, object>> = {
    endpoint: {},
    partner: {},
    desk: { attribute: false },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  desk: Desk | undefined = undefined;

  protected readonly nextFocus = new NextFocus(this);
  readonly #spoken = new LanguageController(this, () => void this.#load());
  #ready: LoadedService<Key> | undefined;
  #plainWords: Words<FormKey | Key> | undefined;
  #failure: Failure | undefined;

  /** The words that stand beside those of the form. */
  protected abstract readonly catalogue: Part;
  /** Whether the service offers this at all. */
  protected abstract isOffered(profile: ServiceProfile): boolean;
  /** The form, or what came of it. */
  protected abstract page(ready: LoadedService<Key>): TemplateResult;
  /** What is loaded besides; nothing where there is no more. */
  protected loadMore(_desk: Desk): Promise<Failure | undefined> {
    return Promise.resolve(undefined);
  }

  /** @internal */
  override clearAfterTimeout(): void {
    this.clear();
  }

  /** @internal */
  get language(): string {
    return this.#ready?.language ?? this.#spoken.language;
  }

  protected override get safety(): ServiceProfile['safety'] | undefined {
    return this.#ready?.profile.safety;
  }

  protected override get safetyMessages(): FormMessages | undefined {
    return this.#ready?.messages;
  }

  protected get chosenDesk(): Desk | undefined {
    const settings = resolveSettings(this);
    return (
      this.desk ??
      (settings.ok ? httpDesk({ ...settings.value, language: this.#spoken.language }) : undefined)
    );
  }

  protected contextFor({ profile }: LoadedService<Key>, audience: Audience): QuestionContext {
    const today = localDate(new Date());
    return { profile, for: audience, pages: [], answers: {}, today };
  }

  override render(): TemplateResult {
    const ready = this.#ready;
    return html`<div
      class="root ${maskClasses} ${ready ? '' : 'waiting'}"
      part="form"
      lang=${this.language}
      dir=${directionOf(this.language)}
    >
      ${ready ? this.#known(ready) : this.#waiting()}
    </div>`;
  }

  #known(ready: LoadedService<Key>): TemplateResult {
    const { messages, profile } = ready;
    if (!this.isOffered(profile))
      return html`${this.#spoken.choiceBeside(this.language)}
        ${pageTitle(messages('failure.title'))}
        <p>${messages('failure.refused')}</p>
        <p>
          ${withPhone(messages, 'failure.call', profile.service.phone, { hours: profile.service.hours })}
        </p>`;
    return html`${this.exitButton(messages)}
      <slot name="logo"></slot> ${this.#spoken.choiceBeside(this.language)}
      <slot name="intro"></slot> ${this.page(ready)}
      <slot name="footer"></slot> ${this.inactivityWarning(messages)}`;
  }

  // What the partner wrote inside the tag stays until the form is there, and if it does not come.
  #waiting(): TemplateResult {
    const messages = this.#plainWords;
    const failure = this.#failure;
    return html`${this.#spoken.choiceBeside(this.language)}
      <p class="hidden" role="status">${messages?.(failure ? 'failure.title' : 'form.loading')}</p>
      ${
        failure && messages
          ? failureNotice(failure, messages, undefined, () => {
              void this.#load();
            })
          : nothing
      }
      <slot></slot>`;
  }

  async #load(): Promise<void> {
    // What a framework has set before we were known is there with the first drawing.
    await this.updateComplete;
    const settings = resolveSettings(this);
    if (!settings.ok && !this.desk) void reportSetting(this.localName, settings.failure);
    const desk = this.chosenDesk;
    const { language } = this.#spoken;
    if (language === this.#ready?.language) return;
    const [form, part, profile, more] = await Promise.all([
      loadCatalogue(language).catch(() => undefined),
      loadCatalogue(language, this.catalogue).catch(() => undefined),
      desk?.profile(),
      desk && this.loadMore(desk),
    ]);
    if (language !== this.#spoken.language) return;
    const messages =
      form &&
      wordsOf<FormKey | Key>({ ...form, ...part }, profile?.ok ? profile.value.wording : {});
    this.#plainWords = messages;
    if (!messages || !part) this.#failure = { kind: 'offline' };
    else if (!profile) this.#failure = { kind: 'refused', status: 0 };
    else this.#failure = profile.ok ? more : profile.failure;
    if (messages && profile?.ok && !this.#failure)
      this.#ready = { messages, language, profile: profile.value };
    this.requestUpdate();
  }
}
