import { type PropertyDeclarations, type TemplateResult, css, html, nothing } from 'lit';
import { languageFor, loadCatalogue } from '../../i18n/language.js';
import { FormOpener } from './form-opener.js';

/**
 * Makes a partner's own link open the form. The link stays as the partner wrote it, and works without this element.
 * @summary A link that opens the referral form.
 * @tag kith-refer-yourself
 * @slot - The partner's link to the service's own page.
 * @slot logo - As in `<kith-referral-form>`; seen when the form is open.
 * @slot intro - As in `<kith-referral-form>`; seen when the form is open.
 * @slot footer - As in `<kith-referral-form>`; seen when the form is open.
 * @csspart place - The box around the form, where it opens in place.
 */
export class ReferYourself extends FormOpener {
  static override readonly styles = [
    FormOpener.placeStyles,
    css`
      :host([hidden]) {
        display: none !important;
      }
    `,
  ];

  static override readonly properties: PropertyDeclarations = { label: { state: true } };

  private label = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.querySelector(':scope>:not([slot])')) void this.#labelLink();
  }

  override render(): TemplateResult {
    return html`<slot
      @click=${(event: MouseEvent) => {
        void this.open(event);
      }}
      @pointerenter=${this.prepare}
      @pointerdown=${this.prepare}
      @focusin=${this.prepare}
      >${this.label ? html`<a href=${this.page('refer') ?? nothing}>${this.label}</a>` : nothing}</slot
    >`;
  }

  // Without a link from the partner, there is a default one in the language of the page.
  async #labelLink(): Promise<void> {
    const catalogue = await loadCatalogue(languageFor(this));
    this.label = String(catalogue['link.referYourself']);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-refer-yourself': ReferYourself;
  }
}
