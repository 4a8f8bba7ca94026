import { type TemplateResult, html, nothing } from 'lit';
import type { Question, RawAnswer } from '../../contract/question.js';
import { shownFields } from '../../contract/read-answer.js';
import { pageOf, questionContext } from '../../machines/referral-journey.js';
import { errorSummary } from '../../view/error-summary.js';
import { failureNotice } from '../../view/failure-notice.js';
import {
  type FieldView,
  fieldTemplate,
  noteTemplate,
  pageTitle,
  titleWords,
} from '../../view/field.js';
import { practiceField } from '../../view/practice-field.js';
import { type PageView, rawOf } from './form-view.js';

/** One question: its title, its fields, one button. */
export function questionPage(view: PageView, question: Question): TemplateResult {
  const { journey, words, issues, state } = view;
  const context = questionContext(journey, view.context);
  const raw = rawOf(journey, question);
  const fields = shownFields(question, raw, context);
  const fieldView: FieldView = {
    question,
    raw,
    issues,
    words,
    context,
    fill: (changes: RawAnswer) => {
      view.dispatch({ type: 'fill', question: question.id, raw: changes });
    },
    practice: (one, field) => practiceField(one, field, view.practices),
  };
  const goOn = (): void => {
    view.dispatch({ type: 'continue', from: pageOf(journey) });
  };
  const isBusy = state.at === 'checking-area';
  return html`<form
    novalidate
    autocomplete="on"
    @submit=${(event: Event) => {
      event.preventDefault();
      goOn();
    }}
  >
    ${issues.length > 0 ? errorSummary(question, issues, words) : nothing}
    ${fields.some(({ isTitle }) => isTitle) ? nothing : html`${pageTitle(titleWords(fieldView))}${noteTemplate(fieldView)}`}
    ${fields.map((field) => fieldTemplate(fieldView, field))}
    ${
      state.at === 'page' && state.failure
        ? failureNotice(state.failure, words, context.profile.service, () => {
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
      ${isBusy ? words('action.checking') : words('action.continue')}
    </button>
    ${
      question.id === 'permission'
        ? html`<button
            type="button"
            class="link"
            part="button link-button"
            @click=${() => {
              view.dispatch({ type: 'decline' });
            }}
          >
            ${words('action.decline')}
          </button>`
        : nothing
    }
  </form>`;
}
