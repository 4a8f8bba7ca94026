import { type TemplateResult, html, nothing } from 'lit';
import { type StatusApi, httpStatusApi } from './api/status-api.js';
import { statusQuestion } from './contract/status-question.js';
import type { StatusAnswer, StatusRequest } from './contract/referral-status.js';
import type { ServiceProfile } from '../core/service/service-profile.js';
import { status } from '../i18n/generated/status.js';
import type { StatusKey } from '../i18n/generated/keys.js';
import type { UnsentForm } from '../form/single-page-form-state.js';
import { longDate, pageTitle } from '../form/field.js';
import { messageWithPhone } from '../core/view/contact-link.js';
import { singlePageForm } from '../form/single-page-form-view.js';
import { SinglePageFormElement, type LoadedService } from '../form/single-page-form-element.js';

/**
 * Shows the status of a referral to the person it is about, or to their referrer: to anyone who enters its reference
 * and the person's date of birth. Requires no account and shows no name.
 * @summary The status of a referral.
 * @tag kith-referral-status
 * @slot - Shown until the form is loaded: a phone number, a link to the service's own page.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - A partner's introduction.
 * @slot footer - A partner's own content below the form.
 * @csspart form - The whole element.
 * @csspart title - The title.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A text field.
 * @csspart button - Every button.
 * @csspart primary-button - The button that looks the referral up.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - The error message of a field.
 * @csspart summary - The error summary.
 * @csspart notice - A notice that something failed.
 * @csspart answers - The status of the referral, as a list.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice on a translation that no native speaker has reviewed.
 */
export class ReferralStatus extends SinglePageFormElement<
  StatusKey,
  StatusApi,
  StatusRequest,
  StatusAnswer
> {
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  override api: StatusApi | undefined = undefined;

  protected override readonly catalogue = status;
  protected override readonly sendingKey = 'status.looking';
  protected override readonly createApi = httpStatusApi;

  protected override isOffered(profile: ServiceProfile): boolean {
    return profile.status;
  }

  protected override send(api: StatusApi, request: StatusRequest) {
    return api.lookUp(request);
  }

  protected override formPage(ready: LoadedService<StatusKey>, state: UnsentForm): TemplateResult {
    const { messages } = ready;
    const failure = state.at === 'editing' ? state.failure : undefined;
    const { service } = ready.profile;
    const hasTooManyAttempts = failure?.kind === 'unavailable' && failure.status === 429;
    // A referrer may look it up for the person; the browser must not fill in the referrer's own date of birth.
    const context = this.contextFor(ready, 'someone-close');
    return html`${pageTitle(messages('status.title'))}
      <p>${messages('status.text')}</p>
      ${singlePageForm({
        form: this.form,
        question: statusQuestion,
        context,
        messages,
        state,
        failure: hasTooManyAttempts
          ? html`<section id="failure" class="notice" part="notice" tabindex="-1">
              <h3>${messages('status.often')}</h3>
              <p>${messageWithPhone(messages, 'status.often.text', service)}</p>
            </section>`
          : undefined,
        groups: [{ fields: ['reference', 'birth'] }],
        button: [messages('status.look'), messages('status.looking')],
      })}
      <p class="after">${messageWithPhone(messages, 'status.lost', service)}</p>`;
  }

  protected override replyPage(
    { profile, messages }: LoadedService<StatusKey>,
    answer: StatusAnswer,
  ): TemplateResult {
    const { service, timeZone } = profile;
    const day = (date: string): string => longDate(date, this.language, timeZone);
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
      <p>${messageWithPhone(messages, 'sent.call', service)}</p>
      ${this.startAgainButton(messages('status.again'))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-referral-status': ReferralStatus;
  }
}
