import { type TemplateResult, html, nothing } from 'lit';
import type {
  FormPage,
  Question,
  QuestionContext,
  RawAnswer,
} from '../../contract/questions/question.js';
import { shownFields } from '../../contract/questions/read-answer.js';
import { askedOn, questionContext } from '../../journey/journey-answers.js';
import { pageOf } from '../../journey/journey-state.js';
import { errorSummary } from '../../../form/error-summary.js';
import { failureNotice } from '../../../core/view/failure-notice.js';
import {
  type FieldView,
  noteTemplate,
  pageTitle,
  questionTitle,
  titleText,
} from '../../../form/field.js';
import { fieldTemplate } from '../../../form/field-template.js';
import { practiceField } from '../practice-field.js';
import { type PageView, rawOf } from './form-view.js';

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
  const goOn = (): void => {
    view.dispatch({ type: 'continue', from: pageOf(journey) });
  };
  const isBusy = state.at === 'checking-area';
  const isTheirOwn = context.for === 'self' || asked.some((one) => one.isAboutReferrer === true);
  return html`<form
    novalidate
    autocomplete=${isTheirOwn ? 'on' : 'off'}
    @submit=${(event: Event) => {
      event.preventDefault();
      goOn();
    }}
  >
    ${issues.length > 0 ? errorSummary(issues, messages) : nothing}
    ${isGrouped ? pageTitle(messages.find(`page.${page.id}.title`) ?? '') : nothing}
    ${views.map(questionFields)}
    ${
      state.at === 'page' && state.failure
        ? failureNotice(state.failure, messages, context.profile.service, () => {
            goOn();
          })
        : nothing
    }
    <button
      type="submit"
      class="primary"
      part="button primary-button"
      aria-disabled=${isBusy ? 'true' : nothing}
    >
      ${isBusy ? messages('action.checking') : messages('action.continue')}
    </button>
    ${
      asked.some(({ id }) => id === 'permission')
        ? html`<button
            type="button"
            class="link"
            part="button link-button"
            @click=${() => {
              view.dispatch({ type: 'decline' });
            }}
          >
            ${messages('action.decline')}
          </button>`
        : nothing
    }
  </form>`;
}

const fieldView = (
  view: PageView,
  question: Question,
  context: QuestionContext,
  isGrouped: boolean,
): FieldView => ({
  question,
  raw: rawOf(view, view.journey, question),
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
