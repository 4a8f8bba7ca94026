import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { reportSetting, resolveSettings } from '../../client/settings.js';
import { knownLanguage, languageAt, loadCatalogue } from '../../i18n/language.js';
import { formParts } from '../../shared/form-parts.js';

const modes = ['dialog', 'inline', 'page'] as const;
type Mode = (typeof modes)[number];

// Longer than a slow line needs for the form's code; then the plain link is the better way.
const patience = 10_000;

/**
 * Turns a partner's own link into the way to the form. The link stays as the partner wrote it, and still works
 * when nothing of this loads.
 * @summary A link that opens the referral form.
 * @tag kith-refer-yourself
 * @slot - The partner's link to the service's own page.
 * @csspart place - The box around the form, where it opens in place.
 */
export class ReferYourself extends LitElement {
  static override readonly styles = css`
    :host([hidden]) {
      display: none !important;
    }
    .place {
      display: block;
      margin-block-start: 1.5em;
    }
  `;

  static override readonly properties = {
    endpoint: {},
    partner: {},
    withoutHistory: { type: Boolean, attribute: 'without-history' },
    mode: {},
    isOpen: { state: true },
    label: { state: true },
  };

  /** Address of the backend; without it, that of the script. */
  endpoint = '';
  /** Id of the partner on whose page this stands; without it, that of the script. */
  partner = '';
  /** Leaves the browser's history alone; as on `<kith-referral-form>`. */
  withoutHistory = false;
  /** Where the form opens: in a `dialog`, in place (`inline`), or on the service's own `page`. */
  mode: Mode = 'dialog';

  private isOpen = false;
  private label = '';

  override connectedCallback(): void {
    super.connectedCallback();
    const settings = resolveSettings(this);
    if (!settings.ok) reportSetting(this.localName, settings.failure);
    if (!modes.includes(this.mode))
      reportSetting(this.localName, {
        name: 'mode',
        value: this.mode,
        expected: 'dialog, inline or page',
      });
    if (this.childElementCount === 0) void this.#labelLink();
  }

  override render(): TemplateResult {
    return html`<slot
        @click=${this.#open}
        @pointerenter=${this.#prepare}
        @pointerdown=${this.#prepare}
        @focusin=${this.#prepare}
        >${this.label ? html`<a href=${this.#page() ?? nothing}>${this.label}</a>` : nothing}</slot
      >${this.isOpen ? this.#form() : nothing}`;
  }

  #form(): TemplateResult {
    const { endpoint, partner, withoutHistory } = this;
    return this.mode === 'inline'
      ? html`<div class="place" part="place">
          <kith-referral-form
            exportparts=${formParts}
            .endpoint=${endpoint}
            .partner=${partner}
            .withoutHistory=${withoutHistory}
          ></kith-referral-form>
        </div>`
      : html`<kith-form-dialog
          exportparts="dialog, close, sheet, ${formParts}"
          .endpoint=${endpoint}
          .partner=${partner}
          .withoutHistory=${withoutHistory}
          >${this.#fallback()}</kith-form-dialog
        >`;
  }

  // The way to the service's own page, should the form not come.
  #fallback(): TemplateResult | typeof nothing {
    const address = this.#page();
    return address === undefined
      ? nothing
      : html`<a href=${address}>${this.textContent.trim() || this.label}</a>`;
  }

  // The first link or button; a phone number beside it stays what it is.
  #link(): Element | null {
    return this.querySelector('a, button') ?? this.renderRoot.querySelector('slot a');
  }

  #page(): string | undefined {
    const settings = resolveSettings(this);
    return settings.ok
      ? `${settings.value.endpoint}/refer?partner=${settings.value.partner}`
      : undefined;
  }

  // A partner who wrote no link gets one, in the language of the page.
  async #labelLink(): Promise<void> {
    const catalogue = await loadCatalogue(knownLanguage(languageAt(this)));
    this.label = String(catalogue['link.referYourself']);
  }

  readonly #prepare = (): void => {
    if (this.mode === 'page') return;
    // What fails here is tried again, and handled, on the press.
    this.#load().catch(() => undefined);
  };

  async #load(): Promise<void> {
    const [{ define }, { preload }] = await Promise.all([
      import('../form-dialog/define.js'),
      import('../../controllers/preload.js'),
    ]);
    define();
    const settings = resolveSettings(this);
    if (settings.ok) void preload(settings.value, knownLanguage(languageAt(this)));
  }

  readonly #open = async (event: MouseEvent): Promise<void> => {
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = event.composedPath().find((node) => node === this.#link());
    const settings = resolveSettings(this);
    if (!link || this.mode === 'page' || !isPlain || event.defaultPrevented || !settings.ok) return;
    event.preventDefault();
    try {
      await Promise.race([this.#load(), late()]);
      this.isOpen = true;
      await this.updateComplete;
      await this.renderRoot.querySelector('kith-form-dialog')?.open();
      this.renderRoot.querySelector('kith-referral-form')?.focusTitle();
    } catch {
      // The form's code did not come: the link leads to the service's own page, as without script.
      const address = link instanceof HTMLAnchorElement ? link.href : this.#page();
      if (address !== undefined) location.assign(address);
    }
  };
}

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => {
      reject(new Error('late'));
    }, patience);
  });

declare global {
  interface HTMLElementTagNameMap {
    'kith-refer-yourself': ReferYourself;
  }
}
