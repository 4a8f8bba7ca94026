import { type TemplateResult, html } from 'lit';
import type { FieldIssue } from '../contract/problem.js';
import type { Question } from '../contract/question.js';
import type { FormMessages } from '../i18n/words.js';
import { fieldId, issueMessage } from './field.js';

/** Moves to a field: its label comes into view, then its control takes the focus. */
function moveTo(event: Event, id: string): void {
  event.preventDefault();
  const { currentTarget } = event;
  const root = currentTarget instanceof Element ? currentTarget.getRootNode() : undefined;
  if (!(root instanceof ShadowRoot)) return;
  const control = root.getElementById(id);
  // Focus alone would leave the question above the upper edge (GOV.UK Frontend, error summary).
  (control?.closest('.field') ?? control)?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}

// A date as a whole has no control of its own; its first box stands for it.
const controlId = (question: Question, issue: FieldIssue): string => {
  const field = question.fields.find(({ name }) => name === issue.field);
  return fieldId(question, field?.kind === 'date' ? `${issue.field}-day` : issue.field);
};

/** Something wrong with a question of a page. */
export interface QuestionIssue {
  readonly question: Question;
  readonly issue: FieldIssue;
}

/** What is wrong on a page, with a link to each place; takes the focus when it comes. */
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
