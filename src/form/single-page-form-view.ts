import { type TemplateResult, html, nothing } from 'lit';
import type {
  Question,
  QuestionContext,
  RawAnswer,
} from '../referral/contract/questions/question.js';
import { shownFields } from '../referral/contract/questions/read-answer.js';
import type { FormMessages } from '../i18n/messages.js';
import type { UnsentForm } from './single-page-form-state.js';
import { errorSummary } from './error-summary.js';
import { failureNotice } from '../core/view/failure-notice.js';
import { type FieldView } from './field.js';
import { fieldTemplate } from './field-template.js';

/** What a form of one page is rendered from. */
export interface SinglePageFormView {
  readonly question: Question;
  readonly context: QuestionContext;
  readonly messages: FormMessages;
  readonly state: UnsentForm;
  /** Replaces the usual notice of a failure. */
  readonly failure?: TemplateResult | undefined;
  /** The fields in groups; a form with a single group needs no title for it. */
  readonly groups: readonly {
    readonly title?: string;
    readonly note?: string;
    readonly fields: readonly string[];
  }[];
  /** The label of the button, and its label while the form is being sent. */
  readonly button: readonly [string, string];
  readonly fill: (changes: RawAnswer) => void;
  readonly submit: () => void;
}

/** The fields of a question in groups, with one button to send them. */
export function singlePageForm(view: SinglePageFormView): TemplateResult {
  const { question, context, messages, state, groups, button, submit } = view;
  const isSending = state.at === 'sending';
  const issues = state.at === 'editing' ? state.issues : [];
  const failure = state.at === 'editing' ? state.failure : undefined;
  const fieldView: FieldView = {
    question,
    context,
    messages,
    raw: state.raw,
    issues,
    isGrouped: true,
    fill: view.fill,
    practice: () => html``,
  };
  const shown = shownFields(question, state.raw, context);
  return html`<form
    novalidate
    autocomplete=${context.for === 'self' ? 'on' : 'off'}
    @submit=${(event: Event) => {
      event.preventDefault();
      submit();
    }}
  >
    ${
      issues.length > 0
        ? errorSummary(
            issues.map((issue) => ({ question, issue })),
            messages,
          )
        : nothing
    }
    ${groups.map(
      ({ title, note, fields }) =>
        html`${title === undefined ? nothing : html`<h3 class="question">${title}</h3>`}
        ${note === undefined ? nothing : html`<p>${note}</p>`}
        ${shown
          .filter(({ name }) => fields.includes(name))
          .map((field) => fieldTemplate(fieldView, field))}`,
    )}
    ${
      view.failure ??
      (failure ? failureNotice(failure, messages, context.profile.service, submit) : nothing)
    }
    <button
      type="submit"
      class="primary"
      part="button primary-button"
      aria-disabled=${isSending ? 'true' : nothing}
    >
      ${isSending ? button[1] : button[0]}
    </button>
  </form>`;
}
