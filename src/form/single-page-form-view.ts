import { type TemplateResult, html, nothing } from 'lit';
import type { Question, QuestionContext } from '../referral/contract/questions/question.js';
import { shownFields } from '../referral/contract/questions/read-answer.js';
import type { FormMessages } from '../i18n/messages.js';
import type { SinglePageFormController } from './single-page-form-controller.js';
import type { UnsentForm } from './single-page-form-state.js';
import { failureNotice } from '../core/view/failure-notice.js';
import type { FieldView } from './field.js';
import { fieldTemplate } from './field-template.js';
import { formTemplate } from './form-template.js';

/** What a form of one page is rendered from. */
export interface SinglePageFormView<Answer> {
  readonly form: SinglePageFormController<Answer, unknown>;
  readonly question: Question<Answer>;
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
}

/** The fields of a question in groups, with one button to send them. */
export function singlePageForm<Answer>(view: SinglePageFormView<Answer>): TemplateResult {
  const { form, question, context, messages, state, groups, button } = view;
  const submit = (): void => {
    void form.submit(question, context);
  };
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
    fill: (changes) => {
      form.fill(changes);
    },
    practice: () => html``,
  };
  const shown = shownFields(question, state.raw, context);
  return formTemplate({
    messages,
    isAutofilled: context.for === 'self',
    issues: issues.map((issue) => ({ question, issue })),
    fields: groups.map(
      ({ title, note, fields }) =>
        html`${title === undefined ? nothing : html`<h3 class="question">${title}</h3>`}
        ${note === undefined ? nothing : html`<p>${note}</p>`}
        ${shown
          .filter(({ name }) => fields.includes(name))
          .map((field) => fieldTemplate(fieldView, field))}`,
    ),
    failure:
      view.failure ??
      (failure && failureNotice(failure, messages, context.profile.service, submit)),
    button: isSending ? button[1] : button[0],
    isBusy: isSending,
    submit,
  });
}
