import { type TemplateResult, html, nothing } from 'lit';
import { standing } from '../../contract/questions/standing.js';
import type { StatusAnswer, StatusRequest } from '../../contract/referral-status.js';
import type { ServiceProfile } from '../../contract/service-profile.js';
import { SinglePageFormController } from '../../controllers/single-page-form-controller.js';
import { status } from '../../i18n/generated/status.js';
import type { StatusKey } from '../../i18n/generated/keys.js';
import { localesOf } from '../../i18n/language.js';
import type { StatusMessages } from '../../i18n/words.js';
import { buttonStyles } from '../../view/button.styles.js';
import { pageTitle } from '../../view/field.js';
import { fieldStyles } from '../../view/field.styles.js';
import { formStyles } from '../../view/form.styles.js';
import { withPhone } from '../../view/linked.js';
import { singlePageForm } from '../../view/single-page-form.js';
import { safetyStyles } from '../../view/safety.styles.js';
import { textStyles } from '../../view/text.styles.js';
import { SinglePageFormElement, type LoadedService } from '../single-page-form-element.js';

/**
 * Shows how a referral stands to whoever knows its reference and the date of birth of the person it is about: the
 * person themself, or whoever referred them. Needs no account, and shows no name.
 * @summary How a referral stands.
 * @tag kith-referral-status
 * @slot - Shown until the form is there: a phone number, a link to the service's own page.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - What a partner says first.
 * @slot footer - What a partner says below.
 * @csspart form - The whole element.
 * @csspart title - The title.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A line of text.
 * @csspart button - Every button.
 * @csspart primary-button - The button that looks the referral up.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - What is wrong with a field.
 * @csspart summary - The list of what is wrong.
 * @csspart notice - What could not be done.
 * @csspart answers - How the referral stands, as a list.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - What is said of a translation that nobody has checked.
 */
export class ReferralStatus extends SinglePageFormElement<StatusKey> {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    formStyles,
    safetyStyles,
  ];

  protected override readonly catalogue = status;
  readonly #form = new SinglePageFormController<StatusRequest, StatusAnswer>(
    this.nextFocus,
    async (request) => this.chosenDesk?.standing(request),
  );

  /** @internal */
  override get hasSomethingToClear(): boolean {
    return this.#form.isFilled || this.#form.reply !== undefined;
  }

  /** Forgets what was typed and what was found. */
  override clear(): void {
    this.#form.clear();
  }

  protected override isOffered(profile: ServiceProfile): boolean {
    return profile.status;
  }

  protected override page(ready: LoadedService<StatusKey>): TemplateResult {
    const { messages } = ready;
    const { reply, isBusy } = this.#form;
    return html`<p class="hidden" role="status">${isBusy ? messages('status.looking') : nothing}</p>
      ${reply ? this.#found(ready, messages, reply) : this.#ask(ready, messages)}`;
  }

  #ask(ready: LoadedService<StatusKey>, messages: StatusMessages): TemplateResult {
    const { failure } = this.#form;
    const { service } = ready.profile;
    const isOften = failure?.kind === 'unavailable' && failure.status === 429;
    // Whoever asks may be somebody else than the person: a browser must not fill in its own.
    const context = this.contextFor(ready, 'someone-close');
    const submit = (): void => {
      void this.#form.submit(standing, context);
    };
    return html`${pageTitle(messages('status.title'))}
      <p>${messages('status.text')}</p>
      ${singlePageForm({
        question: standing,
        context,
        messages,
        form: this.#form,
        failure: isOften
          ? html`<section id="failure" class="notice" part="notice" tabindex="-1">
              <h3>${messages('status.often')}</h3>
              <p>
                ${withPhone(messages, 'status.often.text', service.phone, { hours: service.hours })}
              </p>
            </section>`
          : undefined,
        groups: [{ fields: ['reference', 'birth'] }],
        button: [messages('status.look'), messages('status.looking')],
        fill: (changes) => {
          this.#form.fill(changes);
        },
        submit,
      })}
      <p class="after">
        ${withPhone(messages, 'status.lost', service.phone, { hours: service.hours })}
      </p>`;
  }

  #found(
    { profile }: LoadedService<StatusKey>,
    messages: StatusMessages,
    answer: StatusAnswer,
  ): TemplateResult {
    const { service, timeZone } = profile;
    const { language } = this;
    const day = (date: string): string =>
      new Intl.DateTimeFormat(localesOf(language), {
        dateStyle: 'long',
        // What is no moment is a day by itself.
        timeZone: date.length === 10 ? 'UTC' : timeZone,
      }).format(new Date(date));
    const lines = [
      [messages('status.since'), day(answer.since)],
      [messages('status.received'), day(answer.receivedAt)],
      [messages('status.team'), answer.team],
      ...(answer.contactBy === undefined
        ? []
        : [[messages('status.contactBy'), day(answer.contactBy)] as const]),
    ];
    return html`${pageTitle(messages(`status.is.${answer.status}`))}
      <p>${messages(`status.is.${answer.status}.text`)}</p>
      ${answer.next === '' ? nothing : html`<p>${answer.next}</p>`}
      <dl class="answers" part="answers">
        ${lines.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <p>${withPhone(messages, 'sent.call', service.phone, { hours: service.hours })}</p>
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          this.#form.clear();
          this.nextFocus.on('#title');
        }}
      >
        ${messages('status.again')}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-referral-status': ReferralStatus;
  }
}
