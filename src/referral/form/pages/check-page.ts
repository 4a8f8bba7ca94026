import { type TemplateResult, html, nothing } from 'lit';
import { sections } from '../../contract/questions/question.js';
import { pageTitle } from '../../../form/field.js';
import { linkButton, primaryButton } from '../../../core/view/buttons.js';
import { failureNotice } from '../../../core/view/failure-notice.js';
import type { PageView } from './form-view.js';
import { type SummaryLine, summaryLines } from './summary-lines.js';

/** All answers before they are sent, each with a button to change it. */
export function checkPage(view: PageView): TemplateResult {
  const { messages, state, dispatch } = view;
  const lines = summaryLines(view, view.journey);
  const send = (): void => {
    dispatch({ type: 'send' });
  };
  const isSending = state.at === 'sending';
  return html`
    ${pageTitle(messages('check.title'))}
    <p>${messages('check.text')}</p>
    ${sections.map((section) => {
      const ofSection = lines.filter((line) => line.question.section === section);
      return ofSection.length === 0
        ? nothing
        : html`<h3>${messages.find(`section.${section}`)}</h3>
            <dl class="answers" part="answers">${ofSection.map((line) => row(view, line))}</dl>`;
    })}
    ${
      state.at === 'page' && state.failure
        ? failureNotice(state.failure, messages, view.context.profile.service, send)
        : nothing
    }
    ${primaryButton(messages(isSending ? 'action.sending' : 'action.send'), send, isSending)}
  `;
}

const row = (
  { messages, dispatch }: PageView,
  { question, label, values }: SummaryLine,
): TemplateResult =>
  html`<div>
    <dt>${label}</dt>
    <dd>
      ${
        values.length === 0
          ? html`<span class="hint">${messages('form.notProvided')}</span>`
          : values.map((value) => html`<span class="value">${value}</span>`)
      }
    </dd>
    <dd>
      ${linkButton(html`${messages('action.change')}<span class="hidden"> ${label}</span>`, () => {
        dispatch({ type: 'change', question: question.id });
      })}
    </dd>
  </div>`;
