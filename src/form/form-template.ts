import { type TemplateResult, html, nothing } from 'lit';
import { submitButton } from '../core/view/buttons.js';
import type { FormMessages } from '../i18n/messages.js';
import { type QuestionIssue, errorSummary } from './error-summary.js';

/** What a form is rendered from. */
export interface FormTemplate {
  readonly messages: FormMessages;
  /** Whether the person who types answers about themself, so that the browser may fill in what it knows. */
  readonly isAutofilled: boolean;
  readonly issues: readonly QuestionIssue[];
  readonly fields: unknown;
  /** The notice of a failure. */
  readonly failure: TemplateResult | undefined;
  readonly button: string;
  /** Whether a call is under way. */
  readonly isBusy: boolean;
  /** What follows the button. */
  readonly after?: TemplateResult | undefined;
  readonly submit: () => void;
}

/** A form: its error summary, its fields, the notice of a failure, and the button that submits it. */
export const formTemplate = (form: FormTemplate): TemplateResult =>
  html`<form
    novalidate
    autocomplete=${form.isAutofilled ? 'on' : 'off'}
    @submit=${(event: Event) => {
      event.preventDefault();
      form.submit();
    }}
  >
    ${form.issues.length > 0 ? errorSummary(form.issues, form.messages) : nothing} ${form.fields}
    ${form.failure} ${submitButton(form.button, form.isBusy)} ${form.after}
  </form>`;
