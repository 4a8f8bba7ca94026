import { type TemplateResult, html, nothing } from 'lit';
import type { Audience, OrganisationKind } from '../../core/service/audience.js';
import type { ReferralActivity } from '../contract/referral.js';
import { directionOf, loadCatalogue } from '../../i18n/language.js';
import { type FormMessages, messagesFrom } from '../../i18n/messages.js';
import { formParts } from '../opener/form-parts.js';
import { nextTask } from '../../core/next-task.js';
import { secondaryButton } from '../../core/view/buttons.js';
import { buttonStyles } from '../../core/view/button.styles.js';
import type { ReferralForm } from '../form/referral-form.js';
import { LanguageController } from '../../core/language/language-controller.js';
import { ThemedElement } from '../../core/element/themed-element.js';
import { styles } from './form-dialog.styles.js';

/**
 * The dialog in which `<kith-refer-yourself>` opens the form. Asks for confirmation before answers are discarded.
 * @summary A dialog with the referral form.
 * @tag kith-form-dialog
 * @slot - Shown in the dialog until the form is loaded.
 * @slot logo - As in `<kith-referral-form>`.
 * @slot intro - As in `<kith-referral-form>`.
 * @slot footer - As in `<kith-referral-form>`.
 * @csspart dialog - The dialog.
 * @csspart close - The close button.
 * @csspart sheet - The box around the form.
 */
export class FormDialog extends ThemedElement {
  static override readonly styles = [buttonStyles, styles];

  static override readonly properties = {
    endpoint: {},
    partner: {},
    withoutHistory: { type: Boolean, attribute: 'without-history' },
    activity: { attribute: false },
    for: {},
    organisation: {},
    organisationKind: { attribute: 'organisation-kind' },
    isAskingToLeave: { state: true },
    messages: { state: true },
  };

  /** As on `<kith-referral-form>`. */
  endpoint = '';
  /** As on `<kith-referral-form>`. */
  partner = '';
  /** As on `<kith-referral-form>`. */
  withoutHistory = false;

  /** As on `<kith-referral-form>`. */
  activity: ReferralActivity | undefined = undefined;

  /** As on `<kith-referral-form>`; the default is that a person refers themself. */
  for: Audience | '' = 'self';
  /** As on `<kith-referral-form>`. */
  organisation = '';
  /** As on `<kith-referral-form>`. */
  organisationKind: OrganisationKind | '' = '';

  readonly #language = new LanguageController(this, () => void this.#loadWords());
  private isAskingToLeave = false;
  private messages: FormMessages | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Makes the parts reachable for a partner's CSS, unless the page has set the attribute itself.
    if (!this.hasAttribute('exportparts'))
      this.setAttribute('exportparts', `dialog, close, sheet, ${formParts}`);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #form(): ReferralForm | null {
    return this.renderRoot.querySelector('kith-referral-form');
  }

  /** Opens the dialog on the form's first page. */
  async open(): Promise<void> {
    await this.updateComplete;
    // Rendering, opening and focusing are separate tasks, so that slow phones stay responsive.
    await nextTask();
    if (this.#dialog?.open !== false) return;
    this.#dialog.showModal();
    await nextTask();
    this.#form?.enter(() => {
      this.#leftByHistory();
    });
    this.#form?.focusTitle();
  }

  override render(): TemplateResult {
    const { messages } = this;
    const { language } = this.#language;
    return html`<dialog
      part="dialog"
      lang=${language}
      dir=${directionOf(language)}
      aria-label=${messages?.('dialog.label') ?? nothing}
      @click=${keepInside}
      @cancel=${this.#cancel}
      @keydown=${this.#keepInDialog}
    >
      <div class="bar">
        <button type="button" class="link" part="close" @click=${this.#askOrClose}>
          ${messages?.('action.close') ?? '×'}
        </button>
      </div>
      <div class="sheet" part="sheet">
        ${this.isAskingToLeave && messages ? this.#leaveQuestion(messages) : nothing}
        <kith-referral-form
          exportparts=${formParts}
          .endpoint=${this.endpoint}
          .partner=${this.partner}
          .withoutHistory=${this.withoutHistory}
          .activity=${this.activity}
          .for=${this.for}
          .organisation=${this.organisation}
          .organisationKind=${this.organisationKind}
          ><slot></slot><slot name="logo" slot="logo"></slot><slot name="intro" slot="intro"></slot
          ><slot name="footer" slot="footer"></slot
        ></kith-referral-form>
      </div>
    </dialog>`;
  }

  #leaveQuestion(messages: FormMessages): TemplateResult {
    return html`<section class="leave" aria-labelledby="leave">
      <h2 id="leave" tabindex="-1">${messages('dialog.leave.title')}</h2>
      <p>${messages('dialog.leave.text')}</p>
      <div>
        ${secondaryButton(messages('action.stay'), this.#stay)}
        ${secondaryButton(messages('action.leave'), this.#close)}
      </div>
    </section>`;
  }

  async #loadWords(): Promise<void> {
    const { language } = this.#language;
    const catalogue = await loadCatalogue(language).catch(() => undefined);
    if (catalogue && language === this.#language.language) this.messages = messagesFrom(catalogue);
  }

  readonly #cancel = (event: Event): void => {
    event.preventDefault();
    this.#askOrClose();
  };

  // Browsers close a dialog on the second Escape even if `cancel` was prevented. Handling the key itself keeps the
  // answers from being lost when it is pressed twice.
  readonly #keepInDialog = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#cancel(event);
  };

  readonly #askOrClose = (): void => {
    if (this.#form?.isSending === true) return;
    if (this.#form?.hasAnswers === true) void this.#ask();
    else this.#close();
  };

  async #ask(): Promise<void> {
    this.isAskingToLeave = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#leave')?.focus();
  }

  readonly #stay = (): void => {
    this.isAskingToLeave = false;
    this.#form?.focusTitle();
  };

  readonly #close = (): void => {
    const historyDepth = this.#form?.historyDepth ?? 0;
    this.isAskingToLeave = false;
    this.#form?.clear();
    this.#dialog?.close();
    if (historyDepth > 0) history.go(-historyDepth);
  };

  // The browser's Back from the first page closes the dialog; if there are answers, it asks first.
  #leftByHistory(): void {
    if (this.#dialog?.open !== true) return;
    if (this.#form?.hasAnswers !== true) {
      this.#close();
      return;
    }
    this.#form.returnToHistory();
    this.#askOrClose();
  }
}

// A click in the form must not activate a partner's link or card around the tag.
const keepInside = (event: Event): void => {
  event.stopPropagation();
};

declare global {
  interface HTMLElementTagNameMap {
    'kith-form-dialog': FormDialog;
  }
}
