import { type TemplateResult, html, nothing } from 'lit';
import type { Failure } from '../client/failure.js';
import type { FieldIssue } from '../contract/problem.js';
import type { Question, QuestionContext, RawAnswer } from '../contract/question.js';
import { shownFields } from '../contract/read-answer.js';
import type { FormMessages } from '../i18n/words.js';
import { errorSummary } from './error-summary.js';
import { failureNotice } from './failure-notice.js';
import { type FieldView } from './field.js';
import { fieldTemplate } from './field-template.js';

/** What a form of one page is drawn from. */
export interface SinglePageFormView {
  readonly question: Question;
  readonly context: QuestionContext;
  readonly messages: FormMessages;
  readonly form: {
    readonly raw: RawAnswer;
    readonly issues: readonly FieldIssue[];
    readonly failure: Failure | undefined;
    readonly isBusy: boolean;
  };
  /** Instead of the usual words for a failure. */
  readonly failure?: TemplateResult | undefined;
  /** Headings with the fields that stand under each; without a heading where there is but one group. */
  readonly groups: readonly {
    readonly title?: string;
    readonly note?: string;
    readonly fields: readonly string[];
  }[];
  /** The words of the button, and of it while it is busy. */
  readonly button: readonly [string, string];
  readonly fill: (changes: RawAnswer) => void;
  readonly submit: () => void;
}

/** All fields of a question in groups, and one button. */
export function singlePageForm(view: SinglePageFormView): TemplateResult {
  const { question, context, messages, form, groups, button, submit } = view;
  const fieldView: FieldView = {
    question,
    context,
    messages,
    raw: form.raw,
    issues: form.issues,
    isGrouped: true,
    fill: view.fill,
    practice: () => html``,
  };
  const shown = shownFields(question, form.raw, context);
  return html`<form
    novalidate
    autocomplete=${context.for === 'self' ? 'on' : 'off'}
    @submit=${(event: Event) => {
      event.preventDefault();
      submit();
    }}
  >
    ${
      form.issues.length > 0
        ? errorSummary(
            form.issues.map((issue) => ({ question, issue })),
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
      (form.failure
        ? failureNotice(form.failure, messages, context.profile.service, submit)
        : nothing)
    }
    <button
      type="submit"
      class="primary"
      part="button primary-button"
      aria-disabled=${form.isBusy ? 'true' : nothing}
    >
      ${form.isBusy ? button[1] : button[0]}
    </button>
  </form>`;
}
