import { type TemplateResult, html } from 'lit';
import { type SuggestionApi, httpSuggestionApi } from './api/suggestion-api.js';
import type { Failure } from '../core/backend/failure.js';
import type { ActivitySuggestion, SuggestionReceipt } from './contract/activity-suggestion.js';
import { suggestionQuestion } from './contract/suggestion-questions.js';
import type { Category } from '../directory/contract/directory.js';
import type { ServiceProfile } from '../core/service/service-profile.js';
import { suggest } from '../i18n/generated/suggest.js';
import type { SuggestKey } from '../i18n/generated/keys.js';
import type { UnsentForm } from '../form/single-page-form-state.js';
import { pageTitle } from '../form/field.js';
import { singlePageForm } from '../form/single-page-form-view.js';
import { SinglePageFormElement, type LoadedService } from '../form/single-page-form-element.js';

/**
 * Lets a group suggest an activity for a service's directory, where staff review it before it is listed.
 * @summary Suggest an activity for the directory.
 * @tag kith-suggest-activity
 * @slot - Shown until the form is loaded: a phone number, an email address.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - A partner's introduction.
 * @slot footer - A partner's own content below the form.
 * @csspart form - The whole element.
 * @csspart title - The title.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A single-line or multi-line text field.
 * @csspart choice - A checkbox or radio button with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The button that sends.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - The error message of a field.
 * @csspart summary - The error summary.
 * @csspart notice - A notice that something failed.
 * @csspart panel - The confirmation that the suggestion was sent.
 * @csspart reference - The reference.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - The notice on a translation that no native speaker has reviewed.
 */
export class SuggestActivity extends SinglePageFormElement<
  SuggestKey,
  SuggestionApi,
  ActivitySuggestion,
  SuggestionReceipt
> {
  /** Replaces the HTTP backend, for tests and in-page demonstrations. */
  override api: SuggestionApi | undefined = undefined;

  protected override readonly catalogue = suggest;
  protected override readonly sendingKey = 'suggest.sending';
  protected override readonly createApi = httpSuggestionApi;
  #categories: readonly Category[] = [];

  protected override isOffered(profile: ServiceProfile): boolean {
    return profile.suggestions;
  }

  protected override send(api: SuggestionApi, suggestion: ActivitySuggestion, key: string) {
    return api.suggest(suggestion, key);
  }

  protected override async loadMore(api: SuggestionApi): Promise<Failure | undefined> {
    const categories = await api.categories();
    if (!categories.ok) return categories.failure;
    this.#categories = categories.value;
    return undefined;
  }

  protected override formPage(ready: LoadedService<SuggestKey>, state: UnsentForm): TemplateResult {
    const { messages } = ready;
    const question = suggestionQuestion(this.#categories);
    const context = this.contextFor(ready, 'self');
    return html`${pageTitle(messages('suggest.title'))}
      <p>${messages('suggest.text')}</p>
      ${singlePageForm({
        form: this.form,
        question,
        context,
        messages,
        state,
        groups: [
          { title: messages('suggest.what'), fields: ['name', 'description', 'category'] },
          {
            title: messages('suggest.where'),
            fields: ['when', 'place', 'venue', 'address', 'postcode', 'access'],
          },
          { title: messages('suggest.who'), fields: ['ages', 'from', 'to', 'free', 'price'] },
          {
            title: messages('suggest.group'),
            note: messages('suggest.group.note'),
            fields: ['organisation', 'phone', 'email', 'website'],
          },
          {
            title: messages('suggest.you'),
            note: messages('suggest.you.note'),
            fields: ['yourName', 'yourEmail'],
          },
        ],
        button: [messages('suggest.send'), messages('suggest.sending')],
      })}`;
  }

  protected override replyPage(
    { messages }: LoadedService<SuggestKey>,
    { reference }: SuggestionReceipt,
  ): TemplateResult {
    return html`<div class="panel" part="panel">
        ${pageTitle(messages('suggest.sent'))}
        <p>
          ${messages('suggest.sent.reference')}<br /><strong class="reference" part="reference"
            >${reference}</strong
          >
        </p>
      </div>
      <p>${messages('suggest.sent.text')}</p>
      ${this.startAgainButton(messages('suggest.another'))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-suggest-activity': SuggestActivity;
  }
}
