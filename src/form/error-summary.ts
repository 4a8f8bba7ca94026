import { type TemplateResult, html } from 'lit';
import type { FieldIssue } from '../core/contract/problem.js';
import type { Question } from '../referral/contract/questions/question.js';
import type { FormMessages } from '../i18n/messages.js';
import { fieldId, issueMessage } from './field.js';

/** Scrolls the label of a field into view, and moves the focus to its control. */
function moveTo(event: Event, id: string): void {
  event.preventDefault();
  const { currentTarget } = event;
  const root = currentTarget instanceof Element ? currentTarget.getRootNode() : undefined;
  if (!(root instanceof ShadowRoot)) return;
  const control = root.getElementById(id);
  // Focusing alone can leave the label above the top of the screen (GOV.UK Frontend, error summary).
  (control?.closest('.field') ?? control)?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}

// A date has no control of its own, so the link leads to the first of its parts.
const controlId = (question: Question, issue: FieldIssue): string => {
  const field = question.fields.find(({ name }) => name === issue.field);
  return fieldId(question, field?.kind === 'date' ? `${issue.field}-day` : issue.field);
};

/** An issue with the answer to a question. */
export interface QuestionIssue {
  readonly question: Question;
  readonly issue: FieldIssue;
}

/** The list of issues on a page, each with a link to its field. It takes the focus when it appears. */
export const errorSummary = (
  issues: readonly QuestionIssue[],
  messages: FormMessages,
): TemplateResult =>
  html`<div id="summary" class="summary" part="summary" tabindex="-1">
    <div role="alert">
      <h3>${messages('form.problem')}</h3>
      <ul>
        ${issues.map(({ question, issue }) => {
          const id = controlId(question, issue);
          return html`<li>
            <a
              href="#${id}"
              @click=${(event: Event) => {
                moveTo(event, id);
              }}
              >${issueMessage(messages, issue)}</a
            >
          </li>`;
        })}
      </ul>
    </div>
  </div>`;
