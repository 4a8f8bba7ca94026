import { type TemplateResult, html, nothing } from 'lit';
import type { Desk } from '../../client/desk.js';
import type { Failure } from '../../client/failure.js';
import type { ActivitySuggestion, SuggestionReceipt } from '../../contract/activity-suggestion.js';
import { suggestionOf } from '../../contract/questions/suggestion.js';
import type { Category } from '../../contract/directory.js';
import type { ServiceProfile } from '../../contract/service-profile.js';
import { OnePageForm } from '../../controllers/one-page-form.js';
import { suggest } from '../../i18n/generated/suggest.js';
import type { SuggestKey } from '../../i18n/generated/keys.js';
import type { SuggestWords } from '../../i18n/words.js';
import { buttonStyles } from '../../view/button.styles.js';
import { pageTitle } from '../../view/field.js';
import { fieldStyles } from '../../view/field.styles.js';
import { formStyles } from '../../view/form.styles.js';
import { onePageForm } from '../../view/one-page-form.js';
import { safetyStyles } from '../../view/safety.styles.js';
import { textStyles } from '../../view/text.styles.js';
import { DeskElement, type DeskReady } from '../desk-element.js';

/**
 * Lets a group tell a service's directory about its activity, which waits there until staff have read it.
 * @summary Suggest an activity for the directory.
 * @tag kith-suggest-activity
 * @slot - Shown until the form is there: a phone number, an email address.
 * @slot logo - A partner's logo, above everything.
 * @slot intro - What a partner says first.
 * @slot footer - What a partner says below.
 * @csspart form - The whole element.
 * @csspart title - The title.
 * @csspart field - A field with its label, hint and error.
 * @csspart input - A line or box of text.
 * @csspart choice - A box or button to choose, with its label.
 * @csspart button - Every button.
 * @csspart primary-button - The button that sends.
 * @csspart secondary-button - A button beside it.
 * @csspart link-button - A button that looks like a link.
 * @csspart hint - Help for a field.
 * @csspart error - What is wrong with a field.
 * @csspart summary - The list of what is wrong.
 * @csspart notice - What could not be done.
 * @csspart panel - The box that says that the suggestion was sent.
 * @csspart reference - The reference.
 * @csspart link - A link of the service.
 * @csspart exit-button - The button that leaves the page at once.
 * @csspart inactive - The warning that answers are about to be cleared.
 * @csspart languages - The row of languages that a person can choose.
 * @csspart language - One of these languages.
 * @csspart draft - What is said of a translation that nobody has checked.
 */
export class SuggestActivity extends DeskElement<SuggestKey> {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    formStyles,
    safetyStyles,
  ];

  protected override readonly catalogue = suggest;
  #categories: readonly Category[] = [];
  readonly #form = new OnePageForm<ActivitySuggestion, SuggestionReceipt>(
    this.nextFocus,
    async (suggestion, key) => this.chosenDesk?.suggest(suggestion, key),
  );

  /** @internal */
  override get hasSomethingToClear(): boolean {
    return this.#form.isFilled || this.#form.reply !== undefined;
  }

  /** Forgets what was typed. */
  override clear(): void {
    this.#form.clear();
  }

  protected override isOffered(profile: ServiceProfile): boolean {
    return profile.suggestions;
  }

  protected override async loadMore(desk: Desk): Promise<Failure | undefined> {
    const categories = await desk.categories();
    if (!categories.ok) return categories.failure;
    this.#categories = categories.value;
    return undefined;
  }

  protected override page(ready: DeskReady<SuggestKey>): TemplateResult {
    const { words } = ready;
    const { reply, isBusy } = this.#form;
    return html`<p class="hidden" role="status">${isBusy ? words('suggest.sending') : nothing}</p>
      ${reply ? this.#sent(words, reply) : this.#ask(ready, words)}`;
  }

  #ask(ready: DeskReady<SuggestKey>, words: SuggestWords): TemplateResult {
    const question = suggestionOf(this.#categories);
    const context = this.contextFor(ready, 'self');
    return html`${pageTitle(words('suggest.title'))}
      <p>${words('suggest.text')}</p>
      ${onePageForm({
        question,
        context,
        words,
        form: this.#form,
        groups: [
          { title: words('suggest.what'), fields: ['name', 'description', 'category'] },
          {
            title: words('suggest.where'),
            fields: ['when', 'place', 'venue', 'address', 'postcode', 'access'],
          },
          { title: words('suggest.who'), fields: ['ages', 'from', 'to', 'free', 'price'] },
          {
            title: words('suggest.group'),
            note: words('suggest.group.note'),
            fields: ['organisation', 'phone', 'email', 'website'],
          },
          {
            title: words('suggest.you'),
            note: words('suggest.you.note'),
            fields: ['yourName', 'yourEmail'],
          },
        ],
        button: [words('suggest.send'), words('suggest.sending')],
        fill: (changes) => {
          this.#form.fill(changes);
        },
        submit: () => {
          void this.#form.submit(question, context);
        },
      })}`;
  }

  #sent(words: SuggestWords, { reference }: SuggestionReceipt): TemplateResult {
    return html`<div class="panel" part="panel">
        ${pageTitle(words('suggest.sent'))}
        <p>
          ${words('suggest.sent.reference')}<br /><strong class="reference" part="reference"
            >${reference}</strong
          >
        </p>
      </div>
      <p>${words('suggest.sent.text')}</p>
      <button
        type="button"
        class="secondary"
        part="button secondary-button"
        @click=${() => {
          this.#form.clear();
          this.nextFocus.on('#title');
        }}
      >
        ${words('suggest.another')}
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-suggest-activity': SuggestActivity;
  }
}
