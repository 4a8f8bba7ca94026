import { type TemplateResult, html, nothing } from 'lit';
import type {
  FormPage,
  Question,
  QuestionContext,
  RawAnswer,
} from '../../contract/questions/question.js';
import { shownFields } from '../../contract/questions/read-answer.js';
import { askedOn, questionContext, rawIn } from '../../journey/journey-answers.js';
import { pageOf } from '../../journey/journey-state.js';
import { linkButton } from '../../../core/view/buttons.js';
import { failureNotice } from '../../../core/view/failure-notice.js';
import {
  type FieldView,
  noteTemplate,
  pageTitle,
  questionTitle,
  titleText,
} from '../../../form/field.js';
import { formTemplate } from '../../../form/form-template.js';
import { fieldTemplate } from '../../../form/field-template.js';
import { practiceField } from '../practice-field.js';
import type { PageView } from './form-view.js';

/** A page with one or more questions: title, fields and one button. */
export function questionPage(view: PageView, page: FormPage): TemplateResult {
  const { journey, messages, state } = view;
  const context = questionContext(journey, view.context);
  const asked = askedOn(page, context);
  const isGrouped = page.questions.length > 1;
  const views = asked.map((question) => fieldView(view, question, context, isGrouped));
  const issues = view.issues.flatMap((issue) => {
    const question = asked.find(({ id }) => id === issue.question);
    return question ? [{ question, issue }] : [];
  });
  const submit = (): void => {
    view.dispatch({ type: 'continue', from: pageOf(journey) });
  };
  const isBusy = state.at === 'checking-area';
  const failure = state.at === 'page' ? state.failure : undefined;
  return formTemplate({
    messages,
    isAutofilled: context.for === 'self' || asked.some((one) => one.isAboutReferrer === true),
    issues,
    fields: html`${isGrouped ? pageTitle(messages.find(`page.${page.id}.title`) ?? '') : nothing}
    ${views.map(questionFields)}`,
    failure: failure && failureNotice(failure, messages, context.profile.service, submit),
    button: messages(isBusy ? 'action.checking' : 'action.continue'),
    isBusy,
    after: asked.some(({ id }) => id === 'permission')
      ? linkButton(messages('action.decline'), () => {
          view.dispatch({ type: 'decline' });
        })
      : undefined,
    submit,
  });
}

const fieldView = (
  view: PageView,
  question: Question,
  context: QuestionContext,
  isGrouped: boolean,
): FieldView => ({
  question,
  raw: rawIn(view.journey, question.id, view.context),
  issues: view.issues.filter((issue) => issue.question === question.id),
  messages: view.messages,
  context,
  isGrouped,
  fill: (changes: RawAnswer) => {
    view.dispatch({ type: 'fill', question: question.id, raw: changes });
  },
  practice: (one, field) => practiceField(one, field, view.practices),
});

function questionFields(view: FieldView): TemplateResult {
  const fields = shownFields(view.question, view.raw, view.context);
  return html`${
    fields.some(({ isTitle }) => isTitle)
      ? nothing
      : html`${questionTitle(view, titleText(view))}${noteTemplate(view)}`
  }
  ${fields.map((field) => fieldTemplate(view, field))}`;
}
