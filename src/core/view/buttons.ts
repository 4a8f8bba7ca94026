import { type TemplateResult, html, nothing } from 'lit';

/** What a button says. */
type Label = string | TemplateResult;
type Press = (event: Event) => void;

/** The button that continues. While a call is under way it stays focusable, and is marked as disabled. */
export const primaryButton = (label: Label, press: Press, isBusy = false): TemplateResult =>
  html`<button
    type="button"
    class="primary"
    part="button primary-button"
    aria-disabled=${isBusy ? 'true' : nothing}
    @click=${press}
  >
    ${label}
  </button>`;

/** The button that sends a form; as above, but also pressed by Enter in a field. */
export const submitButton = (label: Label, isBusy: boolean): TemplateResult =>
  html`<button
    type="submit"
    class="primary"
    part="button primary-button"
    aria-disabled=${isBusy ? 'true' : nothing}
  >
    ${label}
  </button>`;

/** A button for another choice. */
export const secondaryButton = (label: Label, press: Press): TemplateResult =>
  html`<button type="button" class="secondary" part="button secondary-button" @click=${press}>
    ${label}
  </button>`;

/** A button that looks like a link. */
export const linkButton = (label: Label, press: Press): TemplateResult =>
  html`<button type="button" class="link" part="button link-button" @click=${press}>
    ${label}
  </button>`;

/** A button that looks like a link to the page before. */
export const backButton = (label: Label, press: Press): TemplateResult =>
  html`<button type="button" class="link back" part="button link-button" @click=${press}>
    ${label}
  </button>`;
